import type { CoverageVillage } from '../../api/coverage.ts'
import type { Village } from '../../api/officers.ts'
import { ringAround, scatterDots } from './scatter-dots.ts'

type Point = [longitude: number, latitude: number]
export type PlacedVillage = {
  name: string
  middle: Point
  ring: Point[]
  counts: CoverageVillage
  reached: Point[]
  others: Point[]
}

/** The villages that have a place, with their dots; without a boundary a ring around the middle stands for it. */
export function placeVillages(known: Village[], counted: CoverageVillage[], dot: number): PlacedVillage[] {
  return known.flatMap((village, index) => {
    const counts = counted.find(({ villageId }) => villageId === village.id)
    const { latitude, longitude } = village
    const outline = ringOf(village.boundary)
    const middle: Point | null =
      latitude !== null && longitude !== null ? [longitude, latitude] : (outline?.[0] ?? null)
    if (!counts || !middle || (village.retiredAt && counts.resident === 0)) return []
    const ring = outline ?? ringAround(...middle)
    const reached = Math.round(counts.drawn.reached / dot)
    const dots = scatterDots(ring, reached + Math.round(counts.drawn.others / dot), index + 1)
    // Every so many-th dot is one of the others, so that both kinds lie everywhere alike.
    const isReached = dots.map(
      (_, at) => Math.floor(((at + 1) * reached) / dots.length) > Math.floor((at * reached) / dots.length),
    )
    return [
      {
        name: village.name,
        middle,
        ring,
        counts,
        reached: dots.filter((_, at) => isReached[at]),
        others: dots.filter((_, at) => !isReached[at]),
      },
    ]
  })
}

/** The outer ring of a GeoJSON polygon; the record may hold anything. */
function ringOf(boundary: unknown): Point[] | null {
  const { type, coordinates } = (boundary ?? {}) as { type?: string; coordinates?: unknown }
  if (type !== 'Polygon' || !Array.isArray(coordinates) || !Array.isArray(coordinates[0])) return null
  return coordinates[0] as Point[]
}
