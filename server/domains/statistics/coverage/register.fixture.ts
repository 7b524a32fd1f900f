import type { World } from '../../../../test/world.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { newId } from '../../../platform/id.ts'
import { inStation } from '../../../platform/tenancy.ts'

type Home = { village?: string; group?: string; since?: string; until?: string; how?: string; door?: string }
type Person = {
  home?: string | null
  phone?: string
  name?: string
  lives?: [from: string, until: string | null, how?: string][]
  head?: boolean
}
type Door = { person?: string | null; phone?: string; made?: string; removed?: string; out?: string }

/** Puts households, people and contacts into the register as the other domains' deeds leave them. */
export function registerFixture(pool: Pool, world: World) {
  const { stationId, villages } = world
  const run = (sql: string, values: unknown[] = []) =>
    inStation(pool, stationId, async (tx) => {
      await tx.client.query(sql, [stationId, ...values])
    })
  return {
    run,
    async home({
      village = villages.east,
      group = '1组',
      since = '2020-01-01',
      until,
      how,
      door,
    }: Home = {}) {
      const id = newId()
      await run(
        `insert into households (station_id, id, village_id, village_group, address, resident_since_on, resident_until_on, ended_how)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, village, group, door ?? `${group}1号`, since, until ?? null, how ?? null],
      )
      return id
    },
    /** Without `lives`: somebody of whom only where she lives now is known. */
    async person({ home = null, phone = '', name = '某人', lives = [], head = false }: Person = {}) {
      const id = newId()
      await run(
        `insert into residents (station_id, id, household_id, name, phone) values ($1, $2, $3, $5, $4)`,
        [id, home, phone, name],
      )
      for (const [from, until, how] of lives)
        await run(
          `insert into household_members (station_id, id, household_id, resident_id, tie, head, began_on, began_how, ended_on, ended_how)
           values ($1, $2, $3, $4, 'lives', $5, $6, 'moved_in', $7, $8)`,
          [newId(), home, id, head, from, until, until ? (how ?? 'moved_out') : null],
        )
      return id
    },
    async contact({ person = null, phone = '', made = '2026-01-01', removed, out }: Door = {}) {
      const id = newId()
      await run(
        `insert into contacts (station_id, id, channel, resident_id, phone, created_at, removed_at, opted_out_at)
         values ($1, $2, 'wechat', $3, $4, $5, $6, $7)`,
        [id, person, phone, made, removed ?? null, out ?? null],
      )
      return id
    },
  }
}
