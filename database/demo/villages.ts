import { cellsAround } from './cells-around.ts'

export type DemoVillage = {
  code: string
  name: string
  aliases: string[]
  latitude: number
  longitude: number
  households: number
  groups: number
  boundary: unknown
}

/** The middle of the town, WGS-84. */
export const townCentre = { latitude: 28.1858, longitude: 112.3756 }

/** Real names and statistical codes; where they lie and how many households they have is made up. */
const villages = [
  {
    code: '430182119003',
    name: '青泉社区',
    aliases: ['青泉'],
    at: [28.1822, 112.3699],
    households: 1540,
    groups: 21,
  },
  {
    code: '430182119201',
    name: '永盛村',
    aliases: ['永盛'],
    at: [28.2012, 112.4021],
    households: 1310,
    groups: 18,
  },
  {
    code: '430182119203',
    name: '鹊山村',
    aliases: ['鹊山'],
    at: [28.1988, 112.3508],
    households: 1460,
    groups: 20,
  },
  {
    code: '430182119206',
    name: '二泉村',
    aliases: ['二泉'],
    at: [28.1657, 112.3581],
    households: 1180,
    groups: 17,
  },
  {
    code: '430182119207',
    name: '玉新村',
    aliases: ['玉新'],
    at: [28.1702, 112.3905],
    households: 1250,
    groups: 18,
  },
  {
    code: '430182119208',
    name: '梅鸣村',
    aliases: ['梅鸣'],
    at: [28.2109, 112.3772],
    households: 1190,
    groups: 17,
  },
  {
    code: '430182119209',
    name: '大成桥村',
    aliases: ['大成桥'],
    at: [28.1871, 112.3817],
    households: 1720,
    groups: 22,
  },
  {
    code: '430182119210',
    name: '成功塘村',
    aliases: ['成功塘'],
    at: [28.1835, 112.3402],
    households: 1350,
    groups: 19,
  },
] as const

/** A rough outline of the town, so that the outer villages end somewhere. */
const outline: [number, number][] = [
  [28.1489, 112.3562],
  [28.1526, 112.3968],
  [28.1741, 112.4177],
  [28.2052, 112.4262],
  [28.2239, 112.4003],
  [28.2283, 112.3688],
  [28.2151, 112.3375],
  [28.1908, 112.3226],
  [28.1664, 112.3271],
]

/** The eight villages with boundaries that only show roughly where each lies. */
export const demoVillages: DemoVillage[] = cellsAround(
  villages.map(({ at }) => [at[0], at[1]]),
  outline,
).map((ring, index) => {
  const { at, aliases, ...village } = villages[index]!
  return {
    ...village,
    aliases: [...aliases],
    latitude: at[0],
    longitude: at[1],
    boundary: {
      type: 'Polygon',
      // GeoJSON has the longitude first; the note is a foreign member (RFC 7946 §6.1).
      coordinates: [ring.map(([latitude, longitude]) => [longitude, latitude])],
      note: '示意图，不是法定界线',
    },
  }
})
