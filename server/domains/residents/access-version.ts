import type { Tx } from '../../platform/tenancy.ts'

/** The contact's access version: 1 while it has no row; null when it was removed, and nothing opens it any more. */
export async function accessVersionOf(tx: Tx, contactId: string): Promise<number | null> {
  const row = await tx.db
    .selectFrom('contacts')
    .select(['accessVersion', 'removedAt'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  if (!row) return 1
  return row.removedAt ? null : row.accessVersion
}
