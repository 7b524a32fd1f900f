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

/** The villages from our own records and one point. No tiles and no letters from elsewhere: nothing leaves the station. */
export function PlaceMap(props: {
  villages: Village[]
  point: Point | null
  onSet: ((latitude: number, longitude: number) => void) | undefined
  failed: string
}) {
  const { villages, point } = props
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
      made.on('load', () => drawVillages(made, villages, point))
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
