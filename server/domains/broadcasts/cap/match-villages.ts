import type { CapArea } from '../../../../contract/cap.ts'
import type { CapMatch } from '../../../../contract/cap-words.ts'
import type { Village } from '../../../../contract/officers.ts'
import { circleTouches, isInside, type Point, ringsTouch } from './geometry.ts'
import { villageRings } from './village-rings.ts'

/** The town is what the station is called without its office: 大成桥镇派出所 is of 大成桥镇. */
const townOf = (stationName: string) => stationName.replace(/派出所$/, '')

/**
 * By what each village is touched by an alert's areas, null when it is not: by the map where the area is drawn and the
 * village lies on it; else by the code of its division or a wider one, its name, or the town's.
 */
export function matchVillages(
  areas: CapArea[],
  villages: Village[],
  stationName: string,
): { id: string; name: string; by: CapMatch | null; onMap: boolean }[] {
  const drawn = areas.some(({ polygons, circles }) => polygons.length > 0 || circles.length > 0)
  return villages.map((village) => {
    const rings = ringsOf(village)
    const onMap = rings.length > 0
    const by =
      drawn && onMap
        ? areas.some((area) => touchesOnMap(area, rings))
          ? ('map' as const)
          : null
        : matchWords(areas, village, townOf(stationName))
    return { id: village.id, name: village.name, by, onMap }
  })
}

function ringsOf(village: Village): Point[][] {
  const rings = villageRings(village.boundary)
  if (rings.length > 0) return rings
  const { latitude, longitude } = village
  return latitude === null || longitude === null ? [] : [[[latitude, longitude]]]
}

function touchesOnMap({ polygons, circles }: CapArea, rings: Point[][]): boolean {
  return rings.some(
    (ring) =>
      polygons.some((polygon) =>
        ring.length === 1 ? isInside(ring[0]!, polygon) : ringsTouch(polygon, ring),
      ) || circles.some((circle) => circleTouches(circle, ring)),
  )
}

function matchWords(areas: CapArea[], village: Village, town: string): CapMatch | null {
  const names = [village.name, ...village.aliases]
  // A wider division's code is the beginning of a narrower one's; six figures are a county.
  const codes = areas.flatMap(({ geocodes }) => geocodes.map(({ value }) => value.replace(/0+$/, '')))
  if (codes.some((code) => code.length >= 6 && village.code.startsWith(code))) return 'code'
  const words = areas.map(({ areaDesc }) => areaDesc).join(' ')
  if (names.some((name) => words.includes(name))) return 'name'
  return town.length >= 2 && words.includes(town) ? 'town' : null
}
