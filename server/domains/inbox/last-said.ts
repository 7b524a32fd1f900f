import type { Tx } from '../../platform/tenancy.ts'
import { newestCorrection } from './transcripts/list-transcripts.ts'

/** How many of the resident's last messages are read for a suggestion: one thought often comes in several. */
const lastMessages = 3

/** What a resident said last, oldest first; `heard` by a machine alone, and it may be wrong. */
export type LastSaid = { text: string; heard: string }

/**
 * The words of her last messages: what she wrote, with what a person who listened wrote down of her recordings; and apart
 * from it what only a machine has heard. What was struck is in neither.
 */
export async function readLastSaid(tx: Tx, conversationId: string): Promise<LastSaid> {
  const { rows } = await tx.client.query({
    name: 'read-last-said',
    text: `select l.body, h.written, h.heard
       from (select m.id, m.body, m.sent_at from messages m where m.station_id = $1 and m.conversation_id = $2
         and m.direction = 'inbound' order by m.sent_at desc, m.id desc limit ${lastMessages}) l
       cross join lateral (select string_agg(k.words, E'\\n' order by x.position) as written,
           string_agg(t.heard, E'\\n' order by x.position) filter (where k.officer_id is null) as heard
         from message_transcripts t ${newestCorrection}
         left join message_files x on x.station_id = $1 and x.message_id = l.id and x.file_id = t.file_id
         where t.station_id = $1 and t.message_id = l.id) h
       order by l.sent_at, l.id`,
    values: [tx.stationId, conversationId],
  })
  const join = (words: (string | null)[]) => words.filter((each) => each?.trim()).join('\n')
  return {
    text: join(rows.flatMap(({ body, written }) => [body, written])),
    heard: join(rows.map(({ heard }) => heard)),
  }
}
