import type { Pool } from '../../../platform/database/pool.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import type { Notice } from './notice.ts'
import { type QuietHours, quietUntil, usualQuietHours } from './quiet-hours.ts'

export type DueNotice = Notice & { userId: string; attempts: number }

/** Longer than a call with its retries may take. */
const leaseSeconds = 45
const atOnce = 10
/** Above 30 a minute the server drops a member's messages without a word. */
const mostAMinute = 20

type Row = DueNotice & {
  settled: boolean
  quietFrom: string | null
  quietUntil: string | null
  lately: number
}

/**
 * Takes what is due to be sent, each for one worker. What comes in an officer's quiet hours waits until they end (not an
 * emergency); what nobody may send any more is dropped.
 */
export function claimNotices(pool: Pool, stationId: string, at?: Date): Promise<DueNotice[]> {
  return inStation(pool, stationId, async (tx) => {
    const now = at ?? (await databaseNow(tx))
    await tx.client.query({
      name: 'drop-officer-notices',
      text: `update officer_notices n set state = 'dropped', fail_code = case when n.attempts > 0 then n.fail_code else 'late' end
        where n.station_id = $1 and n.state = 'waiting' and (n.ends_at < $2 or not exists (select from officer_wecom_members m
          where m.station_id = $1 and m.officer_id = n.officer_id and m.confirmed_at is not null))`,
      values: [stationId, now],
    })
    const { rows } = await tx.client.query({
      name: 'claim-officer-notices',
      text: `select n.id, n.officer_id as "officerId", n.kind, n.about, n.conversation_id as "conversationId",
          n.attempts, m.user_id as "userId", s.officer_id is not null as settled,
          s.quiet_from::text as "quietFrom", s.quiet_until::text as "quietUntil",
          (select count(*)::int from officer_notices x where x.station_id = $1 and x.officer_id = n.officer_id
            and x.sent_at > clock_timestamp() - interval '1 minute') as lately
        from officer_notices n join officer_wecom_members m on m.station_id = $1 and m.officer_id = n.officer_id
        left join officer_notice_settings s on s.station_id = $1 and s.officer_id = n.officer_id
        where n.station_id = $1 and n.state = 'waiting' and n.not_before <= $2
          and coalesce(n.leased_until, '-infinity') <= clock_timestamp()
        order by (n.kind = 'emergency') desc, n.made_at limit ${atOnce} for update of n skip locked`,
      values: [stationId, now],
    })
    const due: DueNotice[] = []
    for (const row of rows as Row[]) {
      const later = row.kind === 'emergency' ? null : quietUntil(quietOf(row), now)
      const crowded = row.lately >= mostAMinute ? new Date(now.getTime() + 60_000) : null
      const until = later ?? crowded
      await take(tx, row.id, until)
      if (!until) due.push({ ...row, attempts: row.attempts + 1 })
    }
    return due
  })
}

/** Notices become due by the clock of the database, so it is asked, rounded up: dates here know whole milliseconds. */
async function databaseNow(tx: Tx): Promise<Date> {
  const { rows } = await tx.client.query({
    name: 'database-now',
    text: `select clock_timestamp() + interval '1 ms' as now`,
  })
  return rows[0].now
}

function quietOf(row: Row): QuietHours {
  if (!row.settled) return usualQuietHours
  return row.quietFrom && row.quietUntil ? { from: row.quietFrom, until: row.quietUntil } : null
}

async function take(tx: Tx, id: string, until: Date | null): Promise<void> {
  await tx.client.query({
    name: 'take-officer-notice',
    text: `update officer_notices set not_before = coalesce($3, not_before),
        attempts = attempts + case when $3::timestamptz is null then 1 else 0 end,
        leased_until = case when $3::timestamptz is null then clock_timestamp() + make_interval(secs => ${leaseSeconds}) end
      where station_id = $1 and id = $2`,
    values: [tx.stationId, id, until],
  })
}
