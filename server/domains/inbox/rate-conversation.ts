import type { Verdict } from '../../../contract/vocabulary.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { reopenConversation } from './reopen-conversation.ts'

/** The resident says whether it helped. An objection opens the matter again and puts it in front of an officer. */
export async function rateConversation(
  tx: Tx,
  actor: Actor,
  contactId: string,
  conversationId: string,
  rating: { verdict: Verdict; words: string },
): Promise<{ reopened: boolean }> {
  const { rows } = await tx.client.query(
    `select c.id, c.contact_id, c.village_id, x.id as closure_id from conversations c
     join closures x on x.station_id = $1 and x.conversation_id = c.id and x.reopened_at is null
     where c.station_id = $1 and c.id = $2 and c.contact_id = $3 order by x.closed_at desc limit 1 for update of c`,
    [tx.stationId, conversationId, contactId],
  )
  const row = rows[0]
  if (!row) throw notFound()
  const stored = await tx.client.query(
    `insert into ratings (station_id, id, conversation_id, closure_id, verdict, words) values ($1, $2, $3, $4, $5, $6)
     on conflict (station_id, closure_id) do nothing`,
    [tx.stationId, newId(), conversationId, row.closure_id, rating.verdict, rating.words.trim()],
  )
  if (stored.rowCount === 0) throw conflict('您已经评价过了，谢谢。')
  await writeEvents(tx, actor, [
    {
      name: 'conversation.rated',
      subject: { kind: 'conversation', id: conversationId },
      conversationId,
      contactId,
      villageId: row.village_id,
      data: { verdict: rating.verdict },
    },
  ])
  const reopened = rating.verdict === 'objection'
  if (reopened) {
    await reopenConversation(
      tx,
      actor,
      { id: conversationId, contactId, villageId: row.village_id },
      { waiting: true },
    )
  }
  return { reopened }
}
