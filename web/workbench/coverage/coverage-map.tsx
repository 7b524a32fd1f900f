import {
  type GeoJSONSourceSpecification,
  Map as LibreMap,
  LngLatBounds,
  Marker,
  NavigationControl,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { CoverageVillage } from '../../api/coverage.ts'
import { coverageText } from '../../ui/text/workbench/coverage.ts'
import { useMay, useVillages } from '../officers/use-me.ts'
import { shareOf, shareText } from './counts-text.ts'
import { type PlacedVillage, placeVillages } from './place-villages.ts'
import { householdsADot } from './scatter-dots.ts'

setWorkerUrl(workerUrl)

/**
 * The villages by how many of their households are within reach, and the households as dots that each stand for many.
 * Drawn from our own records alone; the table says the same in words.
 */
export function CoverageMap({ villages }: { villages: CoverageVillage[] }) {
  const may = useMay()
  const known = useVillages()
  const place = useRef<HTMLDivElement>(null)
  const [broken, setBroken] = useState(false)
  const dot = householdsADot(villages.reduce((sum, { resident }) => sum + resident, 0))
  const placed = useMemo(() => placeVillages(known, villages, dot), [known, villages, dot])
  useEffect(() => {
    if (!place.current || placed.length === 0) return
    try {
      const made = new LibreMap({
        container: place.current,
        style: {
          version: 8,
          sources: {},
          layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eef2f7' } }],
        },
        attributionControl: false,
        cooperativeGestures: false,
        scrollZoom: false,
        bounds: boundsOf(placed),
        fitBoundsOptions: { padding: 28 },
      })
      made.addControl(new NavigationControl({ showCompass: false }))
      made.on('load', () => draw(made, placed))
      return () => made.remove()
    } catch {
      // Old phones without WebGL: the table has to do.
      setBroken(true)
    }
  }, [placed])
  if (known.length > 0 && placed.length === 0)
    return (
      <p className="quiet">
        {coverageText.noPlaces}{' '}
        {may('station.configure') && <Link to="/settings/villages">{coverageText.setPlaces}</Link>}
      </p>
    )
  if (broken) return <p className="quiet">{coverageText.mapFailed}</p>
  return (
    <>
      <div ref={place} className="coverage-map" role="img" aria-label={coverageText.mapLabel} />
      <p className="quiet map-legend">
        <span className="reach-dot reach-reached" aria-hidden="true" /> {coverageText.dotReached}{' '}
        <span className="reach-dot reach-open" aria-hidden="true" /> {coverageText.dotOther} ·{' '}
        {coverageText.mapHint(dot)}
      </p>
    </>
  )
}

function boundsOf(placed: PlacedVillage[]): LngLatBounds {
  const bounds = new LngLatBounds()
  for (const { ring } of placed) for (const point of ring) bounds.extend(point)
  return bounds
}

type Data = GeoJSONSourceSpecification['data']
const collection = (features: unknown[]) => ({ type: 'FeatureCollection', features }) as Data

function draw(map: LibreMap, placed: PlacedVillage[]): void {
  const areas = placed.map(({ ring, counts }) => ({
    type: 'Feature',
    geometry: { type: 'Polygon', coordinates: [ring] },
    properties: { share: shareOf(counts) ?? -1 },
  }))
  const dots = placed.flatMap(({ reached, others }) =>
    [...reached.map((at) => ({ at, kind: 'reached' })), ...others.map((at) => ({ at, kind: 'other' }))].map(
      ({ at, kind }) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at },
        properties: { kind },
      }),
    ),
  )
  map.addSource('areas', { type: 'geojson', data: collection(areas) })
  map.addSource('dots', { type: 'geojson', data: collection(dots) })
  map.addLayer({
    id: 'areas',
    type: 'fill',
    source: 'areas',
    paint: {
      'fill-color': [
        'interpolate',
        ['linear'],
        ['get', 'share'],
        -1,
        '#ffffff',
        0,
        '#fdf3e7',
        0.5,
        '#e6eff9',
        1,
        '#b5d0ee',
      ],
      'fill-opacity': 0.9,
    },
  })
  map.addLayer({
    id: 'borders',
    type: 'line',
    source: 'areas',
    paint: { 'line-color': '#8aa2c2', 'line-width': 1.2 },
  })
  map.addLayer({
    id: 'dots',
    type: 'circle',
    source: 'dots',
    paint: {
      'circle-radius': 2.4,
      'circle-color': ['match', ['get', 'kind'], 'reached', '#1d5aa8', '#d98324'],
      'circle-opacity': 0.85,
    },
  })
  for (const { name, middle, counts } of placed) {
    const label = document.createElement('span')
    label.className = 'map-label'
    label.textContent = `${name} ${shareText(shareOf(counts))}`
    new Marker({ element: label }).setLngLat(middle).addTo(map)
  }
}
