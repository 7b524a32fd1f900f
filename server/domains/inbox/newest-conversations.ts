import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

/** The newest conversation of each of these contacts, among those the officer may read. */
export async function newestConversations(
  tx: Tx,
  session: OfficerSession,
  contactIds: string[],
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map()
  const visible = visibleConversations(session, 3)
  const { rows } = await tx.client.query(
    `select distinct on (c.contact_id) c.contact_id, c.id from conversations c
     where c.station_id = $1 and c.contact_id = any ($2::uuid[]) and c.merged_into is null and ${visible.sql}
     order by c.contact_id, c.last_message_at desc`,
    [tx.stationId, contactIds, ...visible.values],
  )
  return new Map(rows.map((row) => [row.contact_id, row.id]))
}
