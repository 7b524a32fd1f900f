import type { DraftingCalls } from '../../../contract/drafting.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** The last calls with the words as they left; that somebody looked is recorded. */
export async function listCalls(tx: Tx, actor: Actor): Promise<DraftingCalls> {
  const { rows } = await tx.client.query(
    `select d.id, d.kind, d.asked_at, d.failure, d.sent, d.tokens_sent, d.tokens_answered, d.officer_id, o.name, c.number
     from drafting_calls d join officers o on o.station_id = $1 and o.id = d.officer_id
     join conversations c on c.station_id = $1 and c.id = d.conversation_id
     where d.station_id = $1 order by d.asked_at desc limit 50`,
    [tx.stationId],
  )
  await writeEvents(tx, actor, [
    {
      name: 'drafting.calls_read',
      subject: { kind: 'station', id: tx.stationId },
      data: { calls: rows.map(({ id }) => id) },
    },
  ])
  return {
    items: rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      number: row.number,
      officer: { id: row.officer_id, name: row.name },
      askedAt: row.asked_at.toISOString(),
      failure: row.failure,
      sent: row.sent,
      tokensSent: row.tokens_sent,
      tokensAnswered: row.tokens_answered,
    })),
  }
}
