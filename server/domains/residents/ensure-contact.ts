import type { Channel } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * Makes sure that a contact has its row: a phone that only visited has none until it first does something. What is
 * already known of it stays as it is. Safe to call at once from several requests.
 */
export async function ensureContact(
  tx: Tx,
  contact: { id: string; channel: Channel; name?: string; phone?: string; villageId?: string | null },
): Promise<void> {
  const { id, channel, name = '', phone = '', villageId = null } = contact
  await tx.client.query({
    name: 'ensure-contact',
    text: `insert into contacts (station_id, id, channel, name, phone, village_id) values ($1, $2, $3, $4, $5, $6)
           on conflict (station_id, id) do nothing`,
    values: [tx.stationId, id, channel, name.trim(), phone.trim(), villageId],
  })
}
