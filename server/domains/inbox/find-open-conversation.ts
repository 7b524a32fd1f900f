import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { visibleConversations } from './visibility.ts'

/** Where a contact can be told: her newest open conversation, for an officer among those she may see; null: none. */
export async function findOpenConversation(
  tx: Tx,
  contactId: string,
  session?: OfficerSession,
): Promise<string | null> {
  const visible = session ? visibleConversations(session, 3) : { sql: 'true', values: [] }
  const { rows } = await tx.client.query(
    `select c.id from conversations c where c.station_id = $1 and c.contact_id = $2 and c.closed_at is null
       and c.merged_into is null and ${visible.sql} order by c.last_message_at desc, c.id limit 1`,
    [tx.stationId, contactId, ...visible.values],
  )
  return rows[0]?.id ?? null
}
