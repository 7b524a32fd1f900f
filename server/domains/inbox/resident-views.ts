import type { Static } from 'typebox'
import type { MessagePage } from '../../../contract/inbox.ts'
import type { ResidentConversation, ResidentConversationItem } from '../../../contract/resident-inbox.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readMessages } from './read-messages.ts'

/** All matters of one contact, newest first. */
export async function listOwnConversations(
  tx: Tx,
  contactId: string,
): Promise<Static<typeof ResidentConversationItem>[]> {
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.opened_at, c.last_message_at, c.closed_at,
       c.first_answer_at is not null and c.waiting_since is null as answered,
       (select m.body from messages m where m.station_id = $1 and m.conversation_id = c.id and m.direction = 'inbound'
        order by m.sent_at limit 1) as first_words,
       exists (select from ratings r join closures x on x.station_id = $1 and x.id = r.closure_id
        where r.station_id = $1 and r.conversation_id = c.id and x.reopened_at is null) as rated
     from conversations c where c.station_id = $1 and c.contact_id = $2 order by c.last_message_at desc limit 100`,
    [tx.stationId, contactId],
  )
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    preview: (row.first_words ?? '').slice(0, 60) || '［照片或语音］',
    openedAt: row.opened_at.toISOString(),
    lastMessageAt: row.last_message_at.toISOString(),
    answered: row.answered,
    closedAt: row.closed_at?.toISOString() ?? null,
    rated: row.rated,
  }))
}

/** One matter as its resident sees it: no notes, no assignment, the outcome and whether she has rated it. */
export async function showOwnConversation(
  tx: Tx,
  contactId: string,
  id: string,
): Promise<ResidentConversation> {
  const { rows } = await tx.client.query(
    `select c.id, c.number, c.emergency, c.waiting_since, c.opened_at, c.closed_at, x.outcome, x.settlement, x.closed_at as closure_at, r.verdict,
       coalesce((select json_agg(json_build_object('id', f.id, 'office', f.office, 'phone', f.phone, 'referredAt', f.referred_at,
         'askedAt', f.asked_at, 'answer', f.answer) order by f.referred_at)
         from office_referrals f where f.station_id = $1 and f.conversation_id = c.id), '[]') as referrals
     from conversations c
     left join lateral (select * from closures where station_id = $1 and conversation_id = c.id and reopened_at is null
       order by closed_at desc limit 1) x on true
     left join ratings r on r.station_id = $1 and r.closure_id = x.id
     where c.station_id = $1 and c.id = $2 and c.contact_id = $3`,
    [tx.stationId, id, contactId],
  )
  const row = rows[0]
  if (!row) throw notFound()
  const page = await readMessages(tx, id, { notes: false })
  return {
    id: row.id,
    number: row.number,
    emergency: row.emergency,
    waiting: row.waiting_since !== null,
    openedAt: row.opened_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    ...page,
    referrals: row.referrals,
    closure: row.settlement
      ? {
          outcome: row.outcome,
          settlement: row.settlement,
          closedAt: row.closure_at.toISOString(),
          verdict: row.verdict,
        }
      : null,
  }
}

/** The messages of one's own matter before one of them, without notes. */
export async function readOwnMessages(
  tx: Tx,
  contactId: string,
  id: string,
  before: string,
): Promise<Static<typeof MessagePage>> {
  const { rowCount } = await tx.client.query(
    'select from conversations where station_id = $1 and id = $2 and contact_id = $3',
    [tx.stationId, id, contactId],
  )
  if (rowCount === 0) throw notFound()
  return readMessages(tx, id, { notes: false, before })
}
