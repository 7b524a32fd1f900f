import { indexEverything } from '../../server/domains/search/index-entries.ts'
import type { Pool } from '../../server/platform/database/pool.ts'
import type { FileStore } from '../../server/platform/files/file-store.ts'
import { inStation, type Tx } from '../../server/platform/tenancy.ts'
import { claimStation, finishStation } from './claim-station.ts'
import { type DemoAccount, demoAccounts } from './demo-accounts.ts'
import { demoTime } from './demo-time.ts'
import { holdConsumers, releaseConsumers } from './hold-consumers.ts'
import { createLedger, type Ledger, ledgerTables } from './ledger.ts'
import { openTown } from './open-town.ts'
import { hangPhotos } from './photos/hang-photos.ts'
import { createRandom } from './random.ts'
import { reviewHistory } from './review-history.ts'
import { savePage } from './save-page.ts'
import { tellTown } from './tell-town.ts'
import type { Town } from './town.ts'

export type DemoOptions = {
  pool: Pool
  /** The owner's connection: cleans up after an interrupted load, and tells the planner what is there. */
  ownerPool?: Pool
  /** Where the pictures of a few messages go; without it there are none. */
  files?: FileStore
  /** The history ends here. */
  now?: Date
  seed?: number
  onProgress?: (done: number, total: number, label: string) => void
}
/** `stationId` is null when the town was there already. */
export type DemoLoaded = { stationId: string | null; accounts: DemoAccount[] }

const defaultSeed = 430_182_119

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
    if (!stationId) return { stationId: null, accounts: demoAccounts }
    await inStation(pool, stationId, holdConsumers)
    const town = await inStation(pool, stationId, (tx) => openTown(tx, time, seed))
    const ledger = createLedger(createRandom(seed, 'ledger'))
    await saveTown(options, town, ledger)
    if (options.files) await hangPhotos(pool, options.files, stationId)
    await reviewHistory(pool, town)
    await inStation(pool, stationId, async (tx) => {
      await releaseConsumers(tx)
      await reserveNumbers(tx, ledger)
    })
    await inStation(pool, stationId, indexEverything)
    await inStation(pool, stationId, finishStation)
    await ownerPool?.query('analyze')
    return { stationId, accounts: demoAccounts }
  } finally {
    await client.query(`select pg_advisory_unlock(hashtext('demo town'))`).catch(() => {})
    client.release()
  }
}

async function saveTown(
  { pool, ownerPool, onProgress }: DemoOptions,
  town: Town,
  ledger: Ledger,
): Promise<void> {
  let saving = Promise.resolve()
  // The next page is thought out while the last one goes into the database.
  for (const { label, place, of, rows } of tellTown(town, ledger)) {
    await saving
    saving = savePage(pool, town.stationId, rows).then(async () => {
      // A connection keeps its plans for checking foreign keys. Made for empty tables they take any index, and every
      // row to come would cost more than the one before.
      if (place < 6) await ownerPool?.query(`analyze ${ledgerTables.join(', ')}`)
      onProgress?.(place, of, label)
    })
    // Whatever goes wrong is thrown where it is waited for.
    saving.catch(() => {})
  }
  await saving
}

/** New matters get the numbers after the last one given out. */
async function reserveNumbers(tx: Tx, ledger: Ledger): Promise<void> {
  const taken = [...ledger.numbersTaken.values()]
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
