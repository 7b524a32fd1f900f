import type { Tx } from '../tenancy.ts'

const days = 7

/** Forgets the keys of writes that no phone will try again. Returns how many. */
export async function forgetKeys(tx: Tx, now = new Date()): Promise<number> {
  const { rowCount } = await tx.client.query(
    'delete from idempotency_keys where station_id = $1 and created_at < $2',
    [tx.stationId, new Date(now.getTime() - days * 24 * 3_600_000)],
  )
  return rowCount!
}
