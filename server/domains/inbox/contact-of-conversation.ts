import type { Tx } from '../../platform/tenancy.ts'

/** Whose conversation has this number; null when none has. */
export async function contactOfConversation(tx: Tx, number: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('conversations')
    .select('contactId')
    .where('stationId', '=', tx.stationId)
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.contactId ?? null
}
