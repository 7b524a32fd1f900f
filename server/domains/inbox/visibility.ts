import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * SQL that is true for the conversations (alias `c`) that are an officer's to handle: the station's, or for an
 * auxiliary those of her villages, of an unknown village (so that nothing falls between two), and those given to her.
 * Uses the parameters from `$first` on; `values` are theirs.
 */
export function handledConversations(
  session: OfficerSession,
  first: number,
): { sql: string; values: unknown[] } {
  if (session.scope === 'station') return { sql: 'true', values: [] }
  return {
    sql: `(c.village_id is null or c.village_id = any($${first}::uuid[]) or c.assignee_id = $${first + 1}::uuid)`,
    values: [session.villageIds, session.officerId],
  }
}

/**
 * SQL that is true for the conversations an officer may read and write notes in: those that are hers to handle, and
 * those in which a colleague has mentioned her. A question to her shows the words it is about: she has to see what came
 * before to answer it, and to answer where it was asked. What is decided stays with those who handle it.
 */
export function visibleConversations(
  session: OfficerSession,
  first: number,
): { sql: string; values: unknown[] } {
  const handled = handledConversations(session, first)
  if (session.scope === 'station') return handled
  const next = first + handled.values.length
  return {
    // An array read once: a join would be asked for every row of a list.
    sql: `(${handled.sql} or c.id = any(array(select n.conversation_id from mentions n
      where n.station_id = $${next}::uuid and n.officer_id = $${next + 1}::uuid)))`,
    values: [...handled.values, session.stationId, session.officerId],
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

/** The conversation, locked until the end of the transaction; 404 when it is missing or not for this officer to see. */
export async function lockVisibleConversation(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<LockedConversation> {
  return (await lockSeen(tx, session, id)).conversation
}

/** The same for what only those do who handle it: 403 for an officer who sees it because she is mentioned. */
export async function lockConversation(
  tx: Tx,
  session: OfficerSession,
  id: string,
): Promise<LockedConversation> {
  const { conversation, handles } = await lockSeen(tx, session, id)
  if (!handles)
    throw new AppError('forbidden', '同事提到了您，您可以看、可以写内部记录。要您来办，请同事先转交给您。')
  return conversation
}

async function lockSeen(tx: Tx, session: OfficerSession, id: string) {
  const visible = visibleConversations(session, 3)
  const handled = handledConversations(session, 3)
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.contact_id as "contactId", c.channel, c.village_id as "villageId", c.scenario, c.office, c.emergency,
       c.assignee_id as "assigneeId", c.closed_at as "closedAt", ${handled.sql} as handles
     from conversations c where c.station_id = $1 and c.id = $2 and ${visible.sql} for no key update`,
    [tx.stationId, id, ...visible.values],
  )
  if (!rows[0]) throw notFound()
  const { handles, ...conversation } = rows[0]
  return { conversation: conversation as LockedConversation, handles: handles as boolean }
}
