import type { ApiError } from '../../gateways/wecom/api/api-error.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import type { LeasedAccount } from './lease-account.ts'
import { noteCalls } from './note-calls.ts'

/** What the server keeps of an account's messages. Who was away longer has lost some for good. */
export const retentionMs = 3 * 24 * 3_600_000

/**
 * A pull has come to the end: up to its beginning nothing is missing, but for what fell out of the three days before.
 * A callback that came meanwhile stays wanted: true then, and the account is to be asked once more.
 */
export async function noteEnd(tx: Tx, account: LeasedAccount): Promise<boolean> {
  await noteCalls(tx)
  const { rows } = await tx.client.query({
    name: 'note-kf-pull-end',
    text: `update kf_accounts set pulled_at = clock_timestamp(), granted = true, failing_since = null, fail_code = null, not_before = null,
        wanted_at = case when wanted_at is not distinct from $3::timestamptz then null else wanted_at end,
        wanted_token = case when wanted_at is not distinct from $3::timestamptz then null else wanted_token end
      where station_id = $1 and open_kfid = $2 returning clock_timestamp() as now, wanted_at::text as wanted_at, wanted_token`,
    values: [tx.stationId, account.openKfid, account.wantedAt],
  })
  const until = new Date(rows[0].now.getTime() - retentionMs)
  if (account.pulledAt && account.pulledAt < until) await recordGap(tx, account, account.pulledAt, until)
  await tx.client.query({
    name: 'note-wechat-call',
    text: 'update wechat_channels set called_at = clock_timestamp(), call_error = null where station_id = $1',
    values: [tx.stationId],
  })
  account.pulledAt = rows[0].now
  if (rows[0].wanted_at === null) return false
  account.wantedAt = rows[0].wanted_at
  account.token = rows[0].wanted_token ?? ''
  return true
}

async function recordGap(tx: Tx, account: LeasedAccount, from: Date, until: Date): Promise<void> {
  const id = newId()
  const { rowCount } = await tx.client.query(
    `insert into kf_gaps (station_id, id, open_kfid, from_at, until_at) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.stationId, id, account.openKfid, from, until],
  )
  if (rowCount! > 0)
    await writeEvents(tx, { kind: 'system', id: null }, [
      {
        name: 'wechat.gap_found',
        subject: { kind: 'kf_gap', id },
        data: { from: from.toISOString(), until: until.toISOString() },
      },
    ])
}

/** The account begins again at the oldest that the server has. */
export async function noteRestart(pool: Pool, stationId: string, account: LeasedAccount): Promise<void> {
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `update kf_accounts set cursor = '' where station_id = $1 and open_kfid = $2 and cursor = $3`,
      [stationId, account.openKfid, account.cursor],
    ),
  )
}

export async function noteFailure(
  pool: Pool,
  stationId: string,
  openKfid: string,
  error: ApiError,
): Promise<void> {
  const code = error.errcode === undefined ? error.kind : String(error.errcode)
  // Unreachable: soon again, health may be back any moment. Refused: by a person's hand, so less often.
  const pauseMs = error.kind === 'refused' ? 20_000 : 2000
  const until = error.tryAgainAt ?? new Date(Date.now() + pauseMs)
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      `update kf_accounts set failing_since = coalesce(failing_since, clock_timestamp()), fail_code = $3, not_before = $4
       where station_id = $1 and open_kfid = $2`,
      [stationId, openKfid, code, until],
    )
    await tx.client.query(
      'update wechat_channels set called_at = clock_timestamp(), call_error = $2 where station_id = $1',
      [stationId, code],
    )
  })
}
