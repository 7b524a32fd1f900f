import type { Tx } from '../../platform/tenancy.ts'

/** The numbers of those of the conversations that are this contact's; the others are left out. */
export async function ownConversationNumbers(
  tx: Tx,
  contactId: string,
  ids: string[],
): Promise<{ id: string; number: string }[]> {
  return tx.db
    .selectFrom('conversations')
    .select(['id', 'number'])
    .where('stationId', '=', tx.stationId)
    .where('contactId', '=', contactId)
    .where('id', 'in', ids)
    .execute()
}
