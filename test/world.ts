import type { Role } from '../contract/vocabulary.ts'
import type { Pool } from '../server/platform/database/pool.ts'
import { newId } from '../server/platform/id.ts'
import { inStation } from '../server/platform/tenancy.ts'

export type World = {
  stationId: string
  code: string
  villages: { east: string; west: string }
  officers: Record<
    'chief' | 'officer' | 'eastAuxiliary' | 'westAuxiliary' | 'administrator' | 'auditor',
    string
  >
  /** Two residents' phones, one a village. */
  contacts: { chen: string; liu: string }
}

const people: [keyof World['officers'], string, Role][] = [
  ['chief', '周所长', 'chief'],
  ['officer', '李民警', 'officer'],
  ['eastAuxiliary', '王辅警', 'auxiliary'],
  ['westAuxiliary', '赵辅警', 'auxiliary'],
  ['administrator', '管理员', 'administrator'],
  ['auditor', '监督员', 'auditor'],
]

/** The small named world of the tests: one station, two villages, six officers, two residents. */
export async function createWorld(pool: Pool, code = '430182901'): Promise<World> {
  const stationId = newId()
  const world: World = {
    stationId,
    code,
    villages: { east: newId(), west: newId() },
    officers: Object.fromEntries(people.map(([key]) => [key, newId()])) as World['officers'],
    contacts: { chen: newId(), liu: newId() },
  }
  await pool.query(
    `insert into stations (id, code, name, phone, address, latitude, longitude)
     values ($1, $2, '测试镇派出所', '0731-00000000', '测试镇正街1号', 28.1858, 112.3756)`,
    [stationId, code],
  )
  await inStation(pool, stationId, async ({ db }) => {
    await db
      .insertInto('villages')
      .values([
        {
          stationId,
          id: world.villages.east,
          code: '001',
          name: '东村',
          aliases: ['东边村'],
          latitude: 28.19,
          longitude: 112.38,
          position: 1,
        },
        {
          stationId,
          id: world.villages.west,
          code: '002',
          name: '西村',
          aliases: [],
          latitude: 28.18,
          longitude: 112.37,
          position: 2,
        },
      ])
      .execute()
    await db
      .insertInto('officers')
      .values(
        people.map(([key, name, role]) => ({
          stationId,
          id: world.officers[key],
          userId: world.officers[key],
          username: `${key.toLowerCase()}-${code}`,
          name,
          role,
        })),
      )
      .execute()
    await db
      .insertInto('officerVillages')
      .values([
        { stationId, officerId: world.officers.eastAuxiliary, villageId: world.villages.east },
        { stationId, officerId: world.officers.westAuxiliary, villageId: world.villages.west },
      ])
      .execute()
    await db
      .insertInto('contacts')
      .values([
        {
          stationId,
          id: world.contacts.chen,
          channel: 'web',
          name: '陈大妈',
          villageId: world.villages.east,
        },
        { stationId, id: world.contacts.liu, channel: 'web', name: '刘师傅', villageId: world.villages.west },
      ])
      .execute()
  })
  return world
}
