import type { Pool } from '../../server/platform/database/pool.ts'
import { skipReactions } from '../../server/platform/jobs/dispatch-events.ts'
import { inStation, type Tx } from '../../server/platform/tenancy.ts'
import { buildGroups } from './build-groups.ts'
import { buildRegister, type Register } from './build-register.ts'
import { buildShifts } from './build-shifts.ts'
import { claimStation, finishStation } from './claim-station.ts'
import { type DemoAccount, demoAccounts } from './demo-accounts.ts'
import { dayAt, demoTime } from './demo-time.ts'
import { planMatters } from './history/plan-matters.ts'
import { settleMatters } from './history/settle-matters.ts'
import { storyCount, writeStories } from './history/stories.ts'
import { writeToday } from './history/today.ts'
import { createVisitBook } from './history/visit-book.ts'
import { writeMatter } from './history/write-matter.ts'
import type { Rows } from './insert-rows.ts'
import { createLedger, type Ledger, ledgerTables } from './ledger.ts'
import { openTown } from './open-town.ts'
import { createRandom } from './random.ts'
import { saveLedger, saveTable } from './save-ledger.ts'
import type { Person, Town } from './town.ts'

export type DemoOptions = {
  pool: Pool
  /** The owner's connection: cleans up after an interrupted load, and tells the planner what is there. */
  ownerPool?: Pool
  /** The history ends here. */
  now?: Date
  seed?: number
  onProgress?: (done: number, total: number, label: string) => void
}
export type DemoLoaded = { stationId: string | null; loaded: boolean; accounts: DemoAccount[] }

const defaultSeed = 430_182_119
/** People kept for what is told word by word, so that the history does not touch them. */
const reservedPeople = 600

/**
 * Builds the fictional town in the database: fourteen months that end at `now`, the same for the same seed and now.
 * A town that is there already is left alone; one whose load was interrupted is removed and built again. Short
 * transactions throughout, so a running server is not held up.
 */
export async function loadDemo(options: DemoOptions): Promise<DemoLoaded> {
  const { pool, ownerPool, seed = defaultSeed, now = new Date() } = options
  const client = await pool.connect()
  try {
    // One loader at a time, whichever process it runs in; the lock goes with the connection.
    await client.query(`select pg_advisory_lock(hashtext('demo town'))`)
    const time = demoTime(now)
    const stationId = await claimStation(client, ownerPool, seed, time.start)
    if (!stationId) return { stationId: null, loaded: false, accounts: demoAccounts }
    await inStation(pool, stationId, holdConsumers)
    const town = await inStation(pool, stationId, (tx) => openTown(tx, time, seed))
    const ledger = createLedger(createRandom(seed, 'ledger'))
    await buildTown(options, town, ledger)
    await inStation(pool, stationId, (tx) => releaseConsumers(tx, ledger))
    await finishStation(client, stationId)
    if (ownerPool) await ownerPool.query('analyze')
    return { stationId, loaded: true, accounts: demoAccounts }
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('demo town'))`).catch(() => {})
    client.release()
  }
}

async function buildTown(
  { pool, ownerPool, onProgress }: DemoOptions,
  town: Town,
  ledger: Ledger,
): Promise<void> {
  const { stationId, seed } = town
  const random = createRandom(seed, 'words')
  const register = buildRegister(town)
  // What comes next is thought out while what is ready goes into the database.
  let saving = saveRegister(pool, town, register, buildGroups(town, random))
  const { reserved, others } = reserve(town, register)
  const visits = createVisitBook(town.closedDays, createRandom(seed, 'visits'))
  const matters = settleMatters(town, planMatters(town, others, visits), storyCount)
  const months = Map.groupBy(matters, (matter) => dayAt(matter.openedAt).slice(0, 7))
  const total = months.size + 3
  let done = 0
  async function save(label: string, next: () => Promise<void>): Promise<void> {
    await saving
    onProgress?.(++done, total, label)
    saving = next()
  }

  const shifts = buildShifts(town, ledger, random)
  writeStories(town, ledger, random, visits, reserved)
  const first = ledger.take()
  await save('住户、居民、联系人', async () => {
    await saveTable(pool, stationId, 'dutyShifts', shifts)
    await saveLedger(pool, stationId, first)
  })
  for (const [month, each] of months) {
    for (const matter of each) writeMatter(town, ledger, random, matter)
    const rows = ledger.take()
    await save(month, async () => {
      await saveLedger(pool, stationId, rows)
      // A connection keeps its plans for checking foreign keys. Made for empty tables they take any index, and every
      // row to come would cost more than the one before.
      if (done < 6) await ownerPool?.query(`analyze ${ledgerTables.join(', ')}`)
    })
  }
  writeToday(town, ledger, random, visits, reserved)
  const last = ledger.take()
  await save('今天', () => saveLedger(pool, stationId, last))
  await saving
  onProgress?.(++done, total, '完成')
}

async function saveRegister(
  pool: Pool,
  town: Town,
  register: Register,
  groups: Rows<'chatGroups'>,
): Promise<void> {
  for (const table of ['households', 'residents', 'contacts'] as const)
    await saveTable(pool, town.stationId, table, register[table])
  await saveTable(pool, town.stationId, 'chatGroups', groups)
}

function reserve(town: Town, register: Register): { reserved: Person[]; others: Person[] } {
  const shuffled = createRandom(town.seed, 'reserve').shuffle(register.people)
  const strangers = shuffled.filter((person) => !person.village).slice(0, 4)
  const reserved = [...shuffled.slice(0, reservedPeople), ...strangers]
  // Whoever lives with them would count as the same party.
  const parties = new Set(reserved.map((person) => person.party))
  return {
    reserved: [...new Set(reserved)],
    others: register.people.filter((person) => !parties.has(person.party)),
  }
}

/** Behind every event there can be: a running server must not act on the history, nor index it a second time. */
const beyond = '18446744073709551615.ffffffff-ffff-ffff-ffff-ffffffffffff'

async function holdConsumers(tx: Tx): Promise<void> {
  await tx.client.query(
    `insert into feed_cursors (station_id, consumer, feed_cursor) select $1, unnest(array['reactions', 'search']), $2
     on conflict (station_id, consumer) do update set feed_cursor = excluded.feed_cursor`,
    [tx.stationId, beyond],
  )
}

/** The consumers go on with what comes, and the numbers after the last one given out. */
async function releaseConsumers(tx: Tx, ledger: Ledger): Promise<void> {
  await skipReactions(tx)
  await tx.client.query(
    `update feed_cursors s set feed_cursor = r.feed_cursor from feed_cursors r
     where s.station_id = $1 and s.consumer = 'search' and r.station_id = $1 and r.consumer = 'reactions'`,
    [tx.stationId],
  )
  const taken = [...ledger.numbersTaken].map(([key, count]) => ({
    series: key.slice(0, -11),
    day: key.slice(-10),
    count,
  }))
  await tx.client.query(
    `insert into number_blocks (station_id, series, day, taken)
     select $1, n.series, n.day, n.taken from unnest($2::text[], $3::date[], $4::int[]) as n(series, day, taken)`,
    [
      tx.stationId,
      taken.map((each) => each.series),
      taken.map((each) => each.day),
      taken.map((each) => each.count),
    ],
  )
}
