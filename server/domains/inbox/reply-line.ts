import type { ReplyLine } from '../../../contract/inbox.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** SQL: of a contact's lines the one over which she is answered comes first: that of her newest words. */
export const answeringFirst = (line: string) =>
  `${line}.heard_at desc, ${line}.heard_here_at desc, ${line}.line`

/** SQL: since when a contact has been silent over a line; where she never spoke, since a colleague began it. */
export const lineSince = (line: string) =>
  `coalesce(nullif(${line}.heard_at, '-infinity'), ${line}.stopped_at)`

/** SQL: answers that were queued for a line since the contact's newest words over it, in the channel's messages. */
export const repliesSince = (line: string) =>
  `(select coalesce(sum(d.parts), 0)::int from message_deliveries d where d.station_id = $1 and d.contact_id = ${line}.contact_id
    and d.line = ${line}.line and d.queued_at >= least(${line}.heard_at + interval '1 second', ${line}.heard_here_at)
    and d.state <> 'failed')`

/**
 * What can still be sent to a contact, over the line of her newest words or the one that is named; null when answers to
 * it are not carried by a channel of others.
 */
export async function readReplyLine(
  tx: Tx,
  contactId: string,
  named: string | null = null,
): Promise<ReplyLine | null> {
  const { rows } = await tx.client.query({
    name: 'read-reply-line',
    text: `select l.line, l.stopped, l.most_replies, l.heard_at + l.window_seconds * interval '1 second' as ends_at,
        l.heard_at + l.window_seconds * interval '1 second' <= clock_timestamp() as over, ${repliesSince('l')} as used,
        ${accountName('l')} as account,
        exists (select from reply_lines o where o.station_id = $1 and o.contact_id = $2 and o.line <> l.line) as has_others,
        coalesce((select json_agg(json_build_object('line', o.line, 'account', ${accountName('o')}) order by o.line)
          from reply_lines o where o.station_id = $1 and o.contact_id = $2 and o.line <> l.line and o.stopped = 'with_servicer'
            and ${lineSince('o')} + o.window_seconds * interval '1 second' > clock_timestamp()), '[]') as elsewhere
      from reply_lines l where l.station_id = $1 and l.contact_id = $2 and l.heard_at > '-infinity'
        and ($3::text is null or l.line = $3) order by ${answeringFirst('l')} limit 1`,
    values: [tx.stationId, contactId, named],
  })
  const row = rows[0]
  if (!row) return null
  return {
    line: row.line,
    account: row.has_others ? row.account : null,
    endsAt: row.ends_at.toISOString(),
    over: row.over,
    left: Math.max(0, row.most_replies - row.used),
    most: row.most_replies,
    stopped: row.stopped,
    elsewhere: row.elsewhere,
  }
}

/** The line over which a contact is answered, or the one that is named if it is hers; null when there is none. */
export async function findLine(tx: Tx, contactId: string, named: string | null): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'find-reply-line',
    text: `select l.line from reply_lines l where l.station_id = $1 and l.contact_id = $2
      and ($3::text is null or l.line = $3) order by ${answeringFirst('l')} limit 1`,
    values: [tx.stationId, contactId, named],
  })
  return rows[0]?.line ?? null
}

/** SQL: what the account of a line is called, or its key while nobody knows. */
function accountName(line: string): string {
  return `coalesce((select nullif(w.name, '') from account_names w where w.station_id = $1 and w.account = ${line}.line), ${line}.line)`
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
