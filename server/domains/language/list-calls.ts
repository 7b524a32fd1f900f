import type { LanguageCalls } from '../../../contract/language.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** The last calls with the words as they left; that she looked is recorded at each matter. */
export async function listCalls(tx: Tx, actor: Actor): Promise<LanguageCalls> {
  const { rows } = await tx.client.query(
    `select d.id, d.kind, d.asked_at, d.failure, d.sent, d.tokens_sent, d.tokens_answered, d.officer_id, d.conversation_id, o.name, c.number
     from language_calls d left join officers o on o.station_id = $1 and o.id = d.officer_id
     join conversations c on c.station_id = $1 and c.id = d.conversation_id
     where d.station_id = $1 order by d.asked_at desc limit 50`,
    [tx.stationId],
  )
  await recordListed(
    tx,
    actor,
    'conversation.listed',
    rows.map((row) => row.conversation_id),
    { of: 'language' },
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      officer: row.officer_id && { id: row.officer_id, name: row.name },
      askedAt: row.asked_at.toISOString(),
      failure: row.failure,
      sent: row.sent,
      tokensSent: row.tokens_sent,
      tokensAnswered: row.tokens_answered,
    })),
  }
}
