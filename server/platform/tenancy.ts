import { type Client, type Db, type Pool, queriesOn } from './database/pool.ts'
import { AppError } from './errors.ts'
import { announce } from './events/announce.ts'

/** A transaction that sees one station's rows and no other's. */
export type Tx = {
  readonly stationId: string
  readonly db: Db
  readonly client: Client
  /** Set by writeEvents: after the commit the live feed is woken. */
  wroteEvents: boolean
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** How often a transaction is tried again after the database asked for it (deadlock, serialization). */
const retries = 3

/**
 * Runs `work` in one transaction of the station and commits. Anything thrown rolls back. `work` may run again
 * after a deadlock, so it does nothing outside the database.
 */
export async function inStation<T>(pool: Pool, stationId: string, work: (tx: Tx) => Promise<T>): Promise<T> {
  // The id goes into the text of a statement, so that begin and context cost one round trip.
  if (!uuid.test(stationId)) throw new AppError('not_found', '没有这个派出所。')
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect()
    let broken = false
    try {
      const tx: Tx = { stationId, client, db: queriesOn(client), wroteEvents: false }
      // Not waited for: the first statement of the work follows on its heels, and fails with it.
      const begun = client.query(`begin; set local app.station_id = '${stationId}'`)
      begun.catch(() => {})
      const result = await work(tx)
      await begun
      await client.query('commit')
      if (tx.wroteEvents) announce(pool, stationId)
      return result
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      if (attempt >= retries || !isRetryable(error)) throw error
    } finally {
      client.release(broken)
    }
  }
}

/**
 * One statement in a transaction of its own, sent together with its begin and commit: one trip to the database instead
 * of three. `wroteEvents` when it writes any. A statement that fails turns the commit behind it into a rollback.
 */
export async function queryInStation<Row>(
  pool: Pool,
  stationId: string,
  statement: { name: string; text: string; values: unknown[]; wroteEvents: boolean },
): Promise<Row[]> {
  if (!uuid.test(stationId)) throw new AppError('not_found', '没有这个派出所。')
  const { wroteEvents, ...query } = statement
  const client = await pool.connect()
  const sent = [
    client.query(`begin; set local app.station_id = '${stationId}'`),
    client.query(query),
    client.query('commit'),
  ] as const
  const [begun, done, committed] = await Promise.allSettled(sent)
  client.release(committed.status === 'rejected')
  for (const part of [begun, done, committed]) if (part.status === 'rejected') throw part.reason
  if (wroteEvents) announce(pool, stationId)
  return (done as PromiseFulfilledResult<{ rows: Row[] }>).value.rows
}

function isRetryable(error: unknown): boolean {
  const code = (error as { code?: string }).code
  return code === '40P01' || code === '40001'
}
