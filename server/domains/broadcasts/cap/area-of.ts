import type { CapArea } from '../../../../contract/cap.ts'
import type { Village } from '../../../../contract/officers.ts'
import { villageRings } from './village-rings.ts'

/** The villages as one area: by name and code, and drawn where their borders are known. Null: the whole town. */
export function areaOf(villages: Village[], villageIds: string[] | null, stationName: string): CapArea {
  const chosen = villages.filter(({ id, retiredAt }) =>
    villageIds ? villageIds.includes(id) : retiredAt === null,
  )
  const town = stationName.replace(/派出所$/, '')
  const names = chosen.map(({ name }) => name).join('、')
  return {
    areaDesc: villageIds ? `${town}${names}` : `${town}全镇`,
    polygons: chosen.flatMap(({ boundary }) => villageRings(boundary)).map(closed),
    circles: [],
    geocodes: chosen.map(({ code }) => ({ valueName: '统计用区划代码', value: code })),
    altitude: '',
    ceiling: '',
  }
}

/** GeoJSON asks for a closed ring as CAP does, but a border may have been typed in. */
function closed(ring: readonly (readonly number[])[]): number[][] {
  const points = ring.map((point) => [...point])
  const [first, last] = [points[0]!, points.at(-1)!]
  return first[0] === last[0] && first[1] === last[1] ? points : [...points, [...first]]
}
