import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

/** An account in the hands of one worker, of all processes. */
export type LeasedAccount = {
  openKfid: string
  leaseId: string
  cursor: string
  token: string
  /** As text: a Date would cut the microseconds off, and no longer be the same moment. */
  wantedAt: string | null
  pulledAt: Date | null
  villageId: string | null
}

/** A frozen or dead worker loses an account after this; whatever it does when it wakes finds the cursor moved. */
const leaseMs = 15_000

/**
 * Takes an account, or null while another worker has it. The lease only saves calls: that no page counts twice is
 * kept by the cursor (keep-page.ts).
 */
export async function leaseAccount(
  pool: Pool,
  stationId: string,
  openKfid: string,
): Promise<LeasedAccount | null> {
  const leaseId = newId()
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'lease-kf-account',
      text: `update kf_accounts set lease_id = $3, leased_until = clock_timestamp() + $4 * interval '1 ms'
        where station_id = $1 and open_kfid = $2 and coalesce(leased_until, '-infinity') <= clock_timestamp()
        returning cursor, wanted_at::text, wanted_token, pulled_at, village_id`,
      values: [stationId, openKfid, leaseId, leaseMs],
    }),
  )
  const row = rows[0]
  if (!row) return null
  return {
    openKfid,
    leaseId,
    cursor: row.cursor,
    token: row.wanted_token ?? '',
    wantedAt: row.wanted_at,
    pulledAt: row.pulled_at,
    villageId: row.village_id,
  }
}

export async function renewLease(pool: Pool, stationId: string, account: LeasedAccount): Promise<boolean> {
  const { rowCount } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'renew-kf-lease',
      text: `update kf_accounts set leased_until = clock_timestamp() + $4 * interval '1 ms'
        where station_id = $1 and open_kfid = $2 and lease_id = $3`,
      values: [stationId, account.openKfid, account.leaseId, leaseMs],
    }),
  )
  return rowCount! > 0
}

export async function releaseLease(pool: Pool, stationId: string, account: LeasedAccount): Promise<void> {
  await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'release-kf-lease',
      text: 'update kf_accounts set leased_until = null where station_id = $1 and open_kfid = $2 and lease_id = $3',
      values: [stationId, account.openKfid, account.leaseId],
    }),
  )
}
