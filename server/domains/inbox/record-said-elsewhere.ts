import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { keepMoreScripts } from './keep-more-scripts.ts'
import { markMessage } from './mark-message.ts'

export type SaidElsewhere = {
  conversationId: string
  contactId: string
  body: string
  key: string
  sentAt: Date
  /** The work account that wrote it; empty where only the officer is known. */
  by: string
  /** The officer, where she told it herself, and the scripts she used. */
  officer?: SpeakingOfficer
}

export type SpeakingOfficer = { actor: Actor; id: string; scripts: { id: string; version: number }[] }

/**
 * An answer that a colleague gave in the channel's own client: it has been sent, and stands here to be read. It may be
 * told late: what was said before the resident's newest words leaves her waiting.
 */
export async function recordSaidElsewhere(tx: Tx, said: SaidElsewhere): Promise<string> {
  const id = newId()
  const { officer } = said
  const [script, ...moreScripts] = officer?.scripts ?? []
  const { rows } = await tx.client.query({
    name: 'record-said-elsewhere',
    text: `with stored as (
        insert into messages (station_id, id, conversation_id, contact_id, direction, body, client_key, sent_at,
          author_officer_id, script_id, script_version)
        values ($1, $2, $3, $4, 'outbound', $5, $6, $7, $8, $9, $10)
        on conflict (station_id, contact_id, client_key) where client_key is not null do nothing returning id
      ), moved as (
        update conversations c set last_message_at = greatest(c.last_message_at, $7), 
          waiting_since = case when c.waiting_since > $7 then c.waiting_since end,
          last_preview = case when c.last_message_at <= $7 then '答：' || left($5, 56) else c.last_preview end, first_answer_at = coalesce(c.first_answer_at, case when $7 >= c.opened_at then $7::timestamptz end)
        from stored where c.station_id = $1 and c.id = $3
      )
      select coalesce((select id from stored), (select m.id from messages m where m.station_id = $1 and m.contact_id = $4
        and m.client_key = $6)) as id, exists (select from stored) as fresh,
        (select village_id from conversations where station_id = $1 and id = $3) as village_id`,
    values: [
      tx.stationId,
      id,
      said.conversationId,
      said.contactId,
      said.body,
      said.key,
      said.sentAt,
      officer?.id ?? null,
      script?.id ?? null,
      script?.version ?? null,
    ],
  })
  const { id: messageId, fresh, village_id: villageId } = rows[0]
  if (!fresh) return messageId
  await markMessage(tx, messageId, 'by_servicer', said.by)
  if (moreScripts.length > 0) await keepMoreScripts(tx, messageId, moreScripts)
  await writeEvents(tx, officer?.actor ?? { kind: 'system', id: null }, [
    {
      name: 'message.sent',
      subject: { kind: 'message', id: messageId },
      conversationId: said.conversationId,
      contactId: said.contactId,
      villageId,
      data: script ? { scriptId: script.id, scriptVersion: script.version, moreScripts } : {},
    },
  ])
  return messageId
}
