import type { Audience } from '../../platform/live/audience.ts'
import type { Tx } from '../../platform/tenancy.ts'
import type { LockedConversation } from './visibility.ts'

/** A conversation for a domain above; null when there is none. Who may see it is the asker's to check. */
export async function findConversation(tx: Tx, id: string): Promise<LockedConversation | null> {
  const row = await tx.db
    .selectFrom('conversations')
    .select([
      'id',
      'number',
      'contactId',
      'channel',
      'villageId',
      'scenario',
      'office',
      'emergency',
      'assigneeId',
      'closedAt',
    ])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as LockedConversation | undefined) ?? null
}

/** Whom these conversations concern as they stand: their village, who holds them, who is mentioned in them. */
export async function conversationAudiences(tx: Tx, ids: string[]): Promise<Map<string, Audience>> {
  if (ids.length === 0) return new Map()
  const { rows } = await tx.client.query({
    name: 'conversation-audiences',
    text: `select c.id, c.village_id, c.assignee_id, array(select n.officer_id::text from mentions n
             where n.station_id = $1 and n.conversation_id = c.id) as mentioned
           from conversations c where c.station_id = $1 and c.id = any($2::uuid[])`,
    values: [tx.stationId, ids],
  })
  return new Map(
    rows.map(({ id, village_id, assignee_id, mentioned }) => [
      id,
      { villageIds: [village_id], officerIds: assignee_id ? [assignee_id, ...mentioned] : mentioned },
    ]),
  )
}

export type Said = { body: string; receivedAt: Date; fileIds: string[] }

/** The resident's messages in a conversation that begin with one of these, newest first, at most twenty. */
export async function listSaid(tx: Tx, conversationId: string, beginnings: string[]): Promise<Said[]> {
  const { rows } = await tx.client.query({
    name: 'list-said',
    text: `select m.body, m.received_at as "receivedAt", array(select f.file_id::text from message_files f
             where f.station_id = $1 and f.message_id = m.id order by f.position) as "fileIds"
           from messages m where m.station_id = $1 and m.conversation_id = $2 and m.direction = 'inbound'
             and m.author_officer_id is null and exists (select from unnest($3::text[]) as b(words) where starts_with(m.body, b.words))
           order by m.sent_at desc, m.id desc limit 20`,
    values: [tx.stationId, conversationId, beginnings],
  })
  return rows
}

export { countUnfiled } from './arrivals.ts'
