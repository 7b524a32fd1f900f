import type { Tx } from '../../platform/tenancy.ts'

/** Whose appointment has this number; null when none has. */
export async function contactOfAppointment(tx: Tx, number: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('appointments')
    .select('contactId')
    .where('stationId', '=', tx.stationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.contactId ?? null
}
