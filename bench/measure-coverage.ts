import { listDoorRound } from '../server/domains/statistics/coverage/list-door-round.ts'
import { readCoverage } from '../server/domains/statistics/coverage/read-coverage.ts'
import { readTrend } from '../server/domains/statistics/coverage/read-trend.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { createPool, type Pool } from '../server/platform/database/pool.ts'
import { inStation, type Tx } from '../server/platform/tenancy.ts'
import { createWorld, type World } from '../test/world.ts'
import { fillRegisterSql } from './fill-register-sql.ts'

type Add = (figure: string, measured: string, beside: string, met: boolean | null) => void

const tables = ['households', 'household_members', 'residents', 'contacts', 'work_contacts']
const town = 11_000

/**
 * Coverage of a station of the real size, alone and beside a county of `households` in one single station; each figure
 * beside a bare count(*) of the tables it is made of.
 */
export async function measureCoverage(url: string, households: number, add: Add) {
  const owner = createPool(url, { max: 2, name: 'bench-coverage' })
  const detail: Record<string, unknown> = {}
  try {
    await migrate(owner)
    const small = await fill(owner, town, '430182801')
    detail['station'] = await measureStation(owner, small, `${town} households`, 100, add)
    const large = await fill(owner, households, '430182802')
    detail['county'] = await measureStation(
      owner,
      large,
      `${households} households in one station`,
      2000,
      add,
    )
    const beside = await median(owner, small.stationId, (tx) => readCoverage(tx, undefined, new Date()))
    add(`coverage, ${town} households beside the county`, `${beside} ms`, '≤ 100 ms', beside <= 100)
  } finally {
    await owner.end()
  }
  return detail
}

async function fill(pool: Pool, households: number, code: string): Promise<World> {
  const world = await createWorld(pool, code)
  const client = await pool.connect()
  try {
    // A million foreign keys and marks one by one would take longer than all the rest.
    await client.query(`set session_replication_role = replica; set app.station_id = '${world.stationId}'`)
    for (const sql of fillRegisterSql) await client.query(sql, [world.stationId, households])
    await client.query('reset session_replication_role; reset app.station_id')
    await client.query(`vacuum analyze ${tables.join(', ')}, resident_absences`)
  } finally {
    client.release(true)
  }
  return world
}

async function measureStation(
  pool: Pool,
  { stationId, officers }: World,
  size: string,
  limit: number,
  add: Add,
) {
  const now = () => new Date()
  const bare = await median(pool, stationId, (tx) =>
    tx.client.query(
      `select ${tables.map((table) => `(select count(*) from ${table} where station_id = '${stationId}')`).join(', ')}`,
    ),
  )
  const made = await once(pool, stationId, (tx) => readCoverage(tx, undefined, now()))
  await pool.query('vacuum analyze household_reach')
  const beside = `≤ ${limit} ms; count(*) of the tables ${bare} ms`
  add(`coverage for the first time, ${size}`, `${made} ms`, 'once; later what changed', null)
  const coverage = await median(pool, stationId, (tx) => readCoverage(tx, undefined, now()))
  add(`coverage, ${size}`, `${coverage} ms`, beside, coverage <= limit)
  const trend = await median(pool, stationId, (tx) => readTrend(tx, undefined, undefined, now()))
  add(`coverage in 52 weeks, ${size}`, `${trend} ms`, beside, trend <= limit)
  const session = { stationId, officerId: officers.chief, scope: 'station', villageIds: [] } as never
  const actor = { kind: 'officer', id: officers.chief } as const
  const doors = await median(pool, stationId, (tx) => listDoorRound(tx, actor, session, { limit: 50 }, now()))
  add(`doors not reached, first page, ${size}`, `${doors} ms`, beside, doors <= limit)
  const changed = await median(pool, stationId, async (tx) => {
    await tx.client.query(
      `update contacts set opted_out_at = now() where station_id = $1 and id in
         (select id from contacts where station_id = $1 and resident_id is not null and opted_out_at is null limit 100)`,
      [stationId],
    )
    return readCoverage(tx, undefined, now())
  })
  add(`coverage after 100 changes, ${size}`, `${changed} ms`, beside, changed <= limit)
  return { bare, made, coverage, trend, doors, changed }
}

async function once(pool: Pool, stationId: string, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await inStation(pool, stationId, async (tx) => {
    // As the server asks: bound by the policies.
    await tx.client.query('set local role lianxinqiao_serving')
    await work(tx)
  })
  return Math.round(performance.now() - from)
}

async function median(pool: Pool, stationId: string, work: (tx: Tx) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 5; turn++) times.push(await once(pool, stationId, work))
  return times.sort((one, other) => one - other)[2]!
}
