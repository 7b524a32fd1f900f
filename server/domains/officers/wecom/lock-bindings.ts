import type { Tx } from '../../../platform/tenancy.ts'

/** Who changes a binding waits for the one before, so that it is checked truly whose a member is. */
export async function lockBindings(tx: Tx): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `wecom members ${tx.stationId}`,
  ])
}
