import type { Message } from '../../../../contract/inbox.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** SQL for the newest word of a person on a transcript (alias t): one row or none. */
export const newestCorrection = `left join lateral (select k.words, k.officer_id, k.corrected_at from transcript_corrections k
  where k.station_id = t.station_id and k.transcript_id = t.id order by k.corrected_at desc, k.id desc limit 1) k on true`

/** The same messages, those with recordings with what was heard in them. For officers: residents hear themselves. */
export async function withTranscripts<Page extends { messages: Message[] }>(
  tx: Tx,
  page: Page,
): Promise<Page> {
  const ids = page.messages
    .filter(({ files }) => files.some(({ kind }) => kind === 'voice'))
    .map(({ id }) => id)
  if (ids.length === 0) return page
  const { rows } = await tx.client.query({
    name: 'list-transcripts',
    text: `select t.id, t.message_id, t.file_id, t.heard, t.failure, t.danger, t.next_try_at, k.words, k.officer_id, o.name,
             k.corrected_at
           from message_transcripts t ${newestCorrection}
           left join officers o on o.station_id = t.station_id and o.id = k.officer_id
           where t.station_id = $1 and t.message_id = any ($2::uuid[])`,
    values: [tx.stationId, ids],
  })
  const messages = page.messages.map((message) => {
    const transcripts = rows
      .filter((row) => row.message_id === message.id)
      .map((row) => ({
        id: row.id,
        fileId: row.file_id,
        state: stateOf(row),
        text: row.officer_id ? (row.words ?? '') : (row.heard ?? ''),
        failure: row.failure,
        danger: row.danger,
        correctedBy: row.officer_id ? { id: row.officer_id, name: row.name } : null,
        correctedAt: row.corrected_at?.toISOString() ?? null,
      }))
    return transcripts.length > 0 ? { ...message, transcripts } : message
  })
  return { ...page, messages }
}

/** What is said in the recordings of a conversation, as far as it is known and not struck; the newest eighty. */
export async function heardIn(tx: Tx, conversationId: string): Promise<string[]> {
  const { rows } = await tx.client.query({
    name: 'heard-in-conversation',
    text: `select case when k.officer_id is null then t.heard else k.words end as words
           from messages m join message_transcripts t on t.station_id = $1 and t.message_id = m.id ${newestCorrection}
           where m.station_id = $1 and m.conversation_id = $2 order by m.sent_at desc, m.id desc limit 80`,
    values: [tx.stationId, conversationId],
  })
  return rows.flatMap(({ words }) => words ?? [])
}

function stateOf(row: {
  officer_id: string | null
  words: string | null
  heard: string | null
  next_try_at: Date | null
}) {
  if (row.officer_id) return row.words === null ? ('struck' as const) : ('corrected' as const)
  if (row.heard !== null) return 'heard' as const
  return row.next_try_at ? ('waiting' as const) : ('failed' as const)
}
