import type { Point } from './geometry.ts'

/** The outer borders of a village, latitude first, from what is kept as GeoJSON; none when there is no usable border. */
export function villageRings(boundary: unknown): Point[][] {
  const shape = boundary as { type?: string; coordinates?: unknown } | null
  if (shape?.type === 'Polygon') return ringOf(shape.coordinates)
  if (shape?.type === 'MultiPolygon' && Array.isArray(shape.coordinates))
    return shape.coordinates.flatMap(ringOf)
  return []
}

function ringOf(polygon: unknown): Point[][] {
  const outer = Array.isArray(polygon) ? polygon[0] : null
  if (!Array.isArray(outer) || outer.length < 4) return []
  const points: Point[] = []
  for (const point of outer) {
    if (!Array.isArray(point) || !Number.isFinite(point[0]) || !Number.isFinite(point[1])) return []
    points.push([point[1], point[0]])
  }
  return [points]
}
