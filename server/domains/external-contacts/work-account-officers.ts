import type { Tx } from '../../platform/tenancy.ts'

/** Whose work account it is. */
export type AccountOfficer = { officerId: string; name: string }

/** The officer of each work account, by its id in WeCom; an account of nobody we know is missing. */
export async function officersOfAccounts(tx: Tx): Promise<Map<string, AccountOfficer>> {
  const { rows } = await tx.client.query({
    name: 'officers-of-accounts',
    text: `select a.user_id, o.id, o.name from work_accounts a
      join officers o on o.station_id = $1 and lower(o.username) = lower(a.user_id) where a.station_id = $1`,
    values: [tx.stationId],
  })
  return new Map(rows.map((row) => [row.user_id, { officerId: row.id, name: row.name }]))
}
