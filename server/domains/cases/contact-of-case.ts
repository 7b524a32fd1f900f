import type { Tx } from '../../platform/tenancy.ts'

/** Whose case has this number; null when none has. */
export async function contactOfCase(tx: Tx, number: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('cases')
    .select('contactId')
    .where('stationId', '=', tx.stationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.contactId ?? null
}
