import type { LineStop } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lineSince } from './reply-line.ts'

/** heardAt: the contact's newest words, by the platform's clock; an older telling never shortens the time. */
type Heard = { contactId: string; heardAt?: Date }
type Limits = {
  /** The channel's key of the account: a contact may use several, and each has its own time, number and chat. */
  line: string
  windowSeconds: number
  mostReplies: number
  /** Left out: stays as it is, until the contact's next words if these begin a new chat. `at` by the platform's clock. */
  stop?: { stopped: LineStop | null; at: Date }
}

/** Told late, what was overtaken by later news, or by words that began the chat anew, changes nothing. */
const isNewsOfStop = `($7::timestamptz is not null and $7 >= date_trunc('second', coalesce(l.stopped_at, '-infinity'))
  and not ($6::text is not distinct from 'session_over' and $7 < date_trunc('second', l.heard_at)))`

/** Words after the end begin a chat of ours; a colleague's ends by itself when the contact was silent for the whole window. */
const beginsAnew = `(l.stopped = 'session_over' and excluded.heard_at >= date_trunc('second', l.stopped_at)
  or l.stopped = 'with_servicer' and excluded.heard_at > ${lineSince('l')} + l.window_seconds * interval '1 second')`

/** A channel's domain says by which limits a contact can be answered over one of its lines, and until when. */
export function tellReplyLine(tx: Tx, { contactId, heardAt, ...limits }: Heard & Limits): Promise<void> {
  return tellReplyLines(tx, [{ contactId, ...(heardAt && { heardAt }) }], limits)
}

/** The same of several, each named once. In one order everywhere, so that two tellings cannot wait for each other. */
export async function tellReplyLines(tx: Tx, heard: Heard[], limits: Limits): Promise<void> {
  if (heard.length === 0) return
  const ordered = heard.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))
  await tx.client.query({
    name: 'tell-reply-lines',
    text: `insert into reply_lines as l (station_id, contact_id, line, heard_at, window_seconds, most_replies, stopped, stopped_at)
      select $1, h.contact_id, $8, coalesce(h.heard_at, '-infinity'), $4::int, $5::int, $6::text, $7::timestamptz
      from unnest($2::uuid[], $3::timestamptz[]) as h(contact_id, heard_at)
      on conflict (station_id, contact_id, line) do update set heard_at = greatest(l.heard_at, excluded.heard_at),
        heard_here_at = case when excluded.heard_at > l.heard_at then clock_timestamp() else l.heard_here_at end,
        window_seconds = excluded.window_seconds, most_replies = excluded.most_replies,
        stopped = case when ${isNewsOfStop} then excluded.stopped when $7::timestamptz is null and ${beginsAnew} then null else l.stopped end,
        stopped_at = case when ${isNewsOfStop} then excluded.stopped_at else l.stopped_at end, told_at = clock_timestamp()`,
    values: [
      tx.stationId,
      ordered.map(({ contactId }) => contactId),
      ordered.map(({ heardAt }) => heardAt ?? null),
      limits.windowSeconds,
      limits.mostReplies,
      limits.stop?.stopped ?? null,
      limits.stop?.at ?? null,
      limits.line,
    ],
  })
}
