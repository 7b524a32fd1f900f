import type { Tx } from '../../platform/tenancy.ts'

/** How many conversations these contacts have. */
export async function countConversationsOf(tx: Tx, contactIds: readonly string[]): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'count-conversations-of',
    text: 'select count(*)::int as count from conversations where station_id = $1 and contact_id = any($2::uuid[])',
    values: [tx.stationId, contactIds],
  })
  return rows[0].count
}
