import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * SQL that is true for the conversations (alias `c`) an officer may see: the station's, or for an auxiliary those of
 * her villages, of an unknown village (so that nothing falls between two), and those given to her.
 * Uses the parameters from `$first` on; `values` are theirs.
 */
export function visibleConversations(
  session: OfficerSession,
  first: number,
): { sql: string; values: unknown[] } {
  if (session.scope === 'station') return { sql: 'true', values: [] }
  return {
    sql: `(c.village_id is null or c.village_id = any($${first}::uuid[]) or c.assignee_id = $${first + 1}::uuid)`,
    values: [session.villageIds, session.officerId],
  }
}

export type LockedConversation = {
  id: string
  number: string
  contactId: string
  channel: string
  villageId: string | null
  scenario: string
  office: string | null
  emergency: boolean
  assigneeId: string | null
  closedAt: Date | null
}

/** The conversation, locked until the end of the transaction; 404 when it is missing or not for this officer. */
export async function lockConversation(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<LockedConversation> {
  const visible = visibleConversations(session, 3)
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.contact_id as "contactId", c.channel, c.village_id as "villageId", c.scenario, c.office, c.emergency,
       c.assignee_id as "assigneeId", c.closed_at as "closedAt"
     from conversations c where c.station_id = $1 and c.id = $2 and ${visible.sql} for no key update`,
    [tx.stationId, id, ...visible.values],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}
