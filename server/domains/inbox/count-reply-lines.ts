import type { Tx } from '../../platform/tenancy.ts'
import { answeringFirst, repliesSince } from './reply-line.ts'

/**
 * How many contacts can be answered now, each over the line of her newest words; of these how many at the last answer
 * or within the last two hours; how many are with a colleague over any of their lines.
 */
export async function countReplyLines(tx: Tx): Promise<{ open: number; scarce: number; stopped: number }> {
  const { rows } = await tx.client.query({
    name: 'count-reply-lines',
    text: `with lines as (
        select l.contact_id, l.stopped, l.heard_at + l.window_seconds * interval '1 second' - clock_timestamp() as rest,
          l.most_replies - ${repliesSince('l')} as rest_replies,
          row_number() over (partition by l.contact_id order by ${answeringFirst('l')}) = 1 as answers
        from reply_lines l where l.station_id = $1 and l.heard_at > clock_timestamp() - l.window_seconds * interval '1 second'
      )
      select count(*) filter (where answers and stopped is null and rest_replies > 0)::int as open,
        count(*) filter (where answers and stopped is null and rest_replies > 0 and (rest_replies = 1 or rest < interval '2 hours'))::int as scarce,
        count(distinct contact_id) filter (where stopped = 'with_servicer')::int as stopped
      from lines`,
    values: [tx.stationId],
  })
  return rows[0]
}
