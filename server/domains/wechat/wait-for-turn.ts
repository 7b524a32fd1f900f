import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '../../gateways/wecom/api/api.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { inStation } from '../../platform/tenancy.ts'
import type { LeasedAccount } from './lease-account.ts'
import { noteCalls } from './note-calls.ts'

/** Without a callback's token the server wants to be asked rarely: what it takes is not published. */
const tokenlessPauseMs = 3500
const lookMs = 500
const tokenlessAt = new WeakMap<Api, number>()

/**
 * Waits until this account may be asked without a token. With many accounts that is a long line; a callback that comes
 * meanwhile brings a token and goes first. False when stopped: then there is no more asking.
 */
export async function waitForTurn(
  pool: Pool,
  api: Api,
  stationId: string,
  account: LeasedAccount,
  stopped?: AbortSignal,
): Promise<boolean> {
  const turn = Math.max(performance.now(), (tokenlessAt.get(api) ?? -Infinity) + tokenlessPauseMs)
  tokenlessAt.set(api, turn)
  for (let wait = turn - performance.now(); wait > 0; wait = turn - performance.now()) {
    if (stopped?.aborted) return false
    await sleep(Math.min(wait, lookMs), undefined, { ...(stopped && { signal: stopped }) }).catch(() => {})
    if (await takeCall(pool, stationId, account)) break
  }
  return !stopped?.aborted
}

/** Whether a callback wanted the account meanwhile. */
async function takeCall(pool: Pool, stationId: string, account: LeasedAccount): Promise<boolean> {
  const { rows } = await inStation(pool, stationId, async (tx) => {
    await noteCalls(tx)
    return tx.client.query({
      name: 'take-kf-call',
      text: `select wanted_at::text, wanted_token from kf_accounts
        where station_id = $1 and open_kfid = $2 and wanted_at is not null and wanted_at is distinct from $3::timestamptz`,
      values: [stationId, account.openKfid, account.wantedAt],
    })
  })
  if (!rows[0]) return false
  account.wantedAt = rows[0].wanted_at
  account.token = rows[0].wanted_token ?? ''
  return account.token !== ''
}
