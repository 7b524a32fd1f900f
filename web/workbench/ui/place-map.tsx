import {
  type GeoJSONSourceSpecification,
  Map as LibreMap,
  LngLatBounds,
  Marker,
  setWorkerUrl,
} from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { useEffect, useRef, useState } from 'react'
import 'maplibre-gl/dist/maplibre-gl.css'
import type { Village } from '../../api/officers.ts'

setWorkerUrl(workerUrl)

type Point = { latitude: number; longitude: number }
/** Somebody's areas in WGS-84, latitude first. */
type Area = { polygons: number[][][]; circles: (Point & { radiusKm: number })[] }

/** The villages from our own records and one point. No tiles and no letters from elsewhere: nothing leaves the station. */
export function PlaceMap(props: {
  villages: Village[]
  point: Point | null
  areas?: Area[]
  onSet: ((latitude: number, longitude: number) => void) | undefined
  failed: string
}) {
  const { villages, point, areas } = props
  const place = useRef<HTMLDivElement>(null)
  const map = useRef<LibreMap>(null)
  const onSet = useRef(props.onSet)
  onSet.current = props.onSet
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    if (!place.current) return
    try {
      const made = new LibreMap({
        container: place.current,
        style: {
          version: 8,
          sources: {},
          layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#eef2f7' } }],
        },
        attributionControl: false,
        center: point ? [point.longitude, point.latitude] : [112.5, 28.2],
        zoom: 11,
      })
      map.current = made
      made.on('click', ({ lngLat }) => onSet.current?.(lngLat.lat, lngLat.lng))
      made.on('load', () => {
        drawVillages(made, villages, point)
        if (areas) drawAreas(made, areas)
      })
      return () => {
        map.current = null
        made.remove()
      }
    } catch {
      // Old phones without WebGL: the words of the place have to do.
      setBroken(true)
    }
    // The map is made once for these villages; the point has an effect of its own.
  }, [villages])
  useEffect(() => {
    if (!map.current || !point) return
    const marker = new Marker({ color: '#c8322b' })
      .setLngLat([point.longitude, point.latitude])
      .addTo(map.current)
    return () => {
      marker.remove()
    }
  }, [point])
  return broken ? <p className="quiet">{props.failed}</p> : <div ref={place} className="map" />
}

function drawVillages(map: LibreMap, villages: Village[], point: Point | null): void {
  const features = villages
    .filter(({ boundary }) => boundary)
    .map(({ boundary, name }) => ({ type: 'Feature' as const, geometry: boundary, properties: { name } }))
  map.addSource('villages', {
    type: 'geojson',
    data: { type: 'FeatureCollection', features } as GeoJSONSourceSpecification['data'],
  })
  map.addLayer({
    id: 'areas',
    type: 'fill',
    source: 'villages',
    paint: { 'fill-color': '#ffffff', 'fill-opacity': 0.8 },
  })
  map.addLayer({
    id: 'borders',
    type: 'line',
    source: 'villages',
    paint: { 'line-color': '#8aa2c2', 'line-width': 1.2 },
  })
  const bounds = new LngLatBounds()
  for (const { name, latitude, longitude } of villages) {
    if (latitude === null || longitude === null) continue
    bounds.extend([longitude, latitude])
    const label = document.createElement('span')
    label.className = 'map-label'
    label.textContent = name
    new Marker({ element: label }).setLngLat([longitude, latitude]).addTo(map)
  }
  if (!point && !bounds.isEmpty()) map.fitBounds(bounds, { padding: 40, maxZoom: 12, duration: 0 })
}

/** Drawn over the villages, and the map shows both. */
function drawAreas(map: LibreMap, areas: Area[]): void {
  const rings = areas.flatMap(({ polygons, circles }) => [
    ...polygons.map((points) => points.map(([y, x]) => [x!, y!])),
    ...circles.map(roundOf),
  ])
  map.addSource('warned', {
    type: 'geojson',
    data: { type: 'MultiPolygon', coordinates: rings.map((ring) => [ring]) } as never,
  })
  map.addLayer({
    id: 'warned-area',
    type: 'fill',
    source: 'warned',
    paint: { 'fill-color': '#c8322b', 'fill-opacity': 0.18 },
  })
  map.addLayer({
    id: 'warned-border',
    type: 'line',
    source: 'warned',
    paint: { 'line-color': '#c8322b', 'line-width': 2 },
  })
  const bounds = map.getBounds()
  for (const point of rings.flat()) bounds.extend(point as [number, number])
  map.fitBounds(bounds, { padding: 20, maxZoom: 12, duration: 0 })
}

const kmPerDegree = 111.195

/** A circle as a ring of forty-eight points. */
function roundOf({ latitude, longitude, radiusKm }: Point & { radiusKm: number }): number[][] {
  const scale = Math.max(0.01, Math.cos((latitude * Math.PI) / 180))
  return Array.from({ length: 49 }, (_, at) => {
    const angle = (at / 48) * 2 * Math.PI
    const degrees = radiusKm / kmPerDegree
    return [longitude + (degrees * Math.cos(angle)) / scale, latitude + degrees * Math.sin(angle)]
  })
}
