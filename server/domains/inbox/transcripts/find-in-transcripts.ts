import type { OfficerSession } from '../../../platform/auth/session.ts'
import { likeOperator, likePattern } from '../../../platform/search/grams.ts'
import { findWords } from '../../../platform/search/mark-words.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { MessageRow, MessageScope } from '../find-messages.ts'
import { visibleConversations } from '../visibility.ts'
import { newestCorrection } from './list-transcripts.ts'

/** Recordings are few beside messages: so many of the newest are simply read through. */
const newest = 8000

/**
 * Recordings in which all of the words are said, as far as a machine heard or a person wrote them down; newest first. What
 * a person wrote last is looked up only where the words are met at all. A transcript keeps the time of its message to the
 * millisecond, so the page ends by the message's.
 */
export async function findInTranscripts(tx: Tx, scope: MessageScope, words: string[]): Promise<MessageRow[]> {
  const visible = visibleConversations(scope.session as OfficerSession, 6)
  const values: unknown[] = [tx.stationId, scope.from ?? '-infinity', scope.until ?? 'infinity']
  values.push(scope.villageId ?? null, scope.limit + 1, ...visible.values)
  const patterns = words.map((word) => `${likeOperator(word)} $${values.push(likePattern(word))}`)
  const says = (column: string) => patterns.map((pattern) => `${column} ${pattern}`).join(' and ')
  const { rows } = await tx.client.query(
    `select m.id, s.words as body, m.direction, m.received_at, true as heard, c.id as conversation_id, c.number, c.contact_id,
       p.name as contact_name, v.name as village,
       to_char(m.received_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.USZ') as page_at
     from (select t.message_id, t.received_at, case when k.officer_id is null then t.heard else k.words end as words
       from (select * from message_transcripts n where n.station_id = $1 and n.received_at >= $2::timestamptz
         and n.received_at < $3::timestamptz order by n.received_at desc limit ${newest}) t ${newestCorrection}
       where ${says('t.heard')} or t.id in (
         select w.transcript_id from transcript_corrections w where w.station_id = $1 and ${says('w.words')})) s
     join messages m on m.station_id = $1 and m.id = s.message_id
     join conversations c on c.station_id = $1 and c.id = m.conversation_id
     join contacts p on p.station_id = $1 and p.id = c.contact_id
     left join villages v on v.station_id = $1 and v.id = c.village_id
     where m.received_at >= $2::timestamptz and m.received_at < $3::timestamptz and ($4::uuid is null or c.village_id = $4)
       and ${says('s.words')} and ${visible.sql}
     order by s.received_at desc, m.received_at desc limit $5`,
    values,
  )
  return rows.map((row) => ({ ...row, marks: findWords(row.body, words) }))
}
