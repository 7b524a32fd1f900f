import type { ReplyLine } from '../../../contract/inbox.ts'
import type { LineStop } from '../../../contract/vocabulary.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** heardAt: the contact's newest words, by the platform's clock; an older telling never shortens the time. */
type Heard = { contactId: string; heardAt?: Date }
type Limits = {
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
  or l.stopped = 'with_servicer' and excluded.heard_at > l.heard_at + l.window_seconds * interval '1 second')`

/** A channel's domain says by which limits a contact can be answered over it, and until when. */
export function tellReplyLine(tx: Tx, { contactId, heardAt, ...limits }: Heard & Limits): Promise<void> {
  return tellReplyLines(tx, [{ contactId, ...(heardAt && { heardAt }) }], limits)
}

/** The same of several, each named once. In one order everywhere, so that two tellings cannot wait for each other. */
export async function tellReplyLines(tx: Tx, heard: Heard[], limits: Limits): Promise<void> {
  if (heard.length === 0) return
  const ordered = heard.toSorted((a, b) => (a.contactId < b.contactId ? -1 : 1))
  await tx.client.query({
    name: 'tell-reply-lines',
    text: `insert into reply_lines as l (station_id, contact_id, heard_at, window_seconds, most_replies, stopped, stopped_at)
      select $1, h.contact_id, coalesce(h.heard_at, '-infinity'), $4::int, $5::int, $6::text, $7::timestamptz
      from unnest($2::uuid[], $3::timestamptz[]) as h(contact_id, heard_at)
      on conflict (station_id, contact_id) do update set heard_at = greatest(l.heard_at, excluded.heard_at),
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
    ],
  })
}

/** What can still be sent to a contact; null when answers to it are not carried by a channel of others. */
export async function readReplyLine(tx: Tx, contactId: string): Promise<ReplyLine | null> {
  const { rows } = await tx.client.query({
    name: 'read-reply-line',
    text: `select l.stopped, l.most_replies, l.heard_at + l.window_seconds * interval '1 second' as ends_at,
        l.heard_at + l.window_seconds * interval '1 second' <= clock_timestamp() as over,
        (select coalesce(sum(d.parts), 0)::int from message_deliveries d where d.station_id = $1 and d.contact_id = $2
           and d.queued_at >= least(l.heard_at + interval '1 second', l.heard_here_at) and d.state <> 'failed') as used
      from reply_lines l where l.station_id = $1 and l.contact_id = $2 and l.heard_at > '-infinity'`,
    values: [tx.stationId, contactId],
  })
  const row = rows[0]
  if (!row) return null
  return {
    endsAt: row.ends_at.toISOString(),
    over: row.over,
    left: Math.max(0, row.most_replies - row.used),
    most: row.most_replies,
    stopped: row.stopped,
  }
}

/** Bytes that certainly fit into one message of the channel, whatever letter stands at the cut. */
const partBytes = 2000

export function countParts(body: string, files: number): number {
  return Math.max(1, Math.ceil(Buffer.byteLength(body) / partBytes) + files)
}

/** Throws a sentence for the officer when what she wants to send would not be taken. */
export async function checkReplyLine(tx: Tx, contactId: string, parts: number): Promise<void> {
  const line = await readReplyLine(tx, contactId)
  if (!line) return
  const phone = '请打电话告诉居民。'
  if (line.stopped === 'with_servicer')
    throw conflict('这位居民正由同事在企业微信里接待，请在企业微信里回复，或先收回到工作台。')
  if (line.stopped === 'session_over')
    throw conflict(`企业微信里的接待已经结束，要等居民再发一条消息才能回复。急事${phone}`)
  if (line.over) throw conflict(`离居民上次发消息已超过 48 小时，微信不再允许回复。${phone}`)
  if (parts > line.left)
    throw conflict(
      line.left === 0
        ? `居民上次发消息后已经回复了 ${line.most} 条，微信要等居民再发一条才能回复。急事${phone}`
        : `这次要发 ${parts} 条（长文字和每张照片各算一条），微信只允许再发 ${line.left} 条，请写短些或少发几张。`,
    )
}

/** How many contacts can be answered now; of these how many at the last answer or within the last two hours; how many are with a colleague. */
export async function countReplyLines(tx: Tx): Promise<{ open: number; scarce: number; stopped: number }> {
  const { rows } = await tx.client.query({
    name: 'count-reply-lines',
    text: `with lines as (
        select l.stopped, l.heard_at + l.window_seconds * interval '1 second' - clock_timestamp() as rest,
          l.most_replies - (select coalesce(sum(d.parts), 0)::int from message_deliveries d where d.station_id = $1
            and d.contact_id = l.contact_id and d.queued_at >= least(l.heard_at + interval '1 second', l.heard_here_at)
            and d.state <> 'failed') as rest_replies
        from reply_lines l where l.station_id = $1 and l.heard_at > clock_timestamp() - l.window_seconds * interval '1 second'
      )
      select count(*) filter (where stopped is null and rest_replies > 0)::int as open,
        count(*) filter (where stopped is null and rest_replies > 0 and (rest_replies = 1 or rest < interval '2 hours'))::int as scarce,
        count(*) filter (where stopped = 'with_servicer')::int as stopped
      from lines`,
    values: [tx.stationId],
  })
  return rows[0]
}
