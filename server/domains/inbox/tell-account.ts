import type { Tx } from '../../platform/tenancy.ts'

/** A channel's domain says over which of its work accounts messages came or went. The first telling stays. */
export async function tellAccount(tx: Tx, messageIds: string[], account: string): Promise<void> {
  await tx.client.query({
    name: 'tell-message-account',
    text: `insert into message_accounts (station_id, message_id, account)
      select $1, m.id, left($3, 100) from unnest($2::uuid[]) as m(id) on conflict do nothing`,
    values: [tx.stationId, messageIds, account],
  })
}

/** What they are called, by the channel's keys. */
export async function nameAccounts(tx: Tx, accounts: { account: string; name: string }[]): Promise<void> {
  await tx.client.query(
    `insert into account_names (station_id, account, name)
     select $1, w.account, left(w.name, 100) from unnest($2::text[], $3::text[]) as w(account, name)
     on conflict (station_id, account) do update set name = excluded.name`,
    [tx.stationId, accounts.map(({ account }) => account), accounts.map(({ name }) => name)],
  )
}
