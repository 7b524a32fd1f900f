import type { Api } from '../../gateways/wecom/api/api.ts'
import { type KfAccount, listKfAccounts } from '../../gateways/wecom/calls/list-kf-accounts.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'
import { nameAccounts } from '../inbox/tell-account.ts'

/** The most the server gives at once, and more accounts than any corporation may have. */
const pageSize = 100
const mostAccounts = 5000

/** Asks the server which accounts there are, what they are called and which of them were granted to us; they become ours. */
export async function learnAccounts(
  { pool }: Pick<Context, 'pool'>,
  api: Api,
  stationId: string,
): Promise<KfAccount[]> {
  const accounts: KfAccount[] = []
  for (let more = true; more; ) {
    const page = await listKfAccounts(api, accounts.length, pageSize)
    accounts.push(...page)
    more = page.length === pageSize && accounts.length < mostAccounts
  }
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      `insert into kf_accounts (station_id, open_kfid, name, granted)
       select $1, a.id, a.name, a.granted from unnest($2::text[], $3::text[], $4::boolean[]) as a(id, name, granted)
       on conflict (station_id, open_kfid) do update set name = excluded.name, granted = excluded.granted,
         not_before = null, failing_since = null, fail_code = null`,
      [
        stationId,
        accounts.map(({ openKfid }) => openKfid),
        accounts.map(({ name }) => name),
        accounts.map(({ managed }) => managed),
      ],
    )
    await nameAccounts(
      tx,
      accounts.map(({ openKfid, name }) => ({ account: openKfid, name })),
    )
  })
  return accounts
}

/** Whether a callback has named an account that nobody had asked for yet: then all are asked for. */
export async function hasNameless({ pool }: Pick<Context, 'pool'>, stationId: string): Promise<boolean> {
  const { rowCount } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'has-nameless-kf-account',
      text: `select from kf_accounts where station_id = $1 and granted and name = '' limit 1`,
      values: [stationId],
    }),
  )
  return rowCount! > 0
}
