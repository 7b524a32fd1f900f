import type { WorkAccount } from '../../../contract/external-contacts.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from './work-account-officers.ts'

/** The work accounts with how many contacts each has: numbers, nobody's name. */
export async function listWorkAccounts(tx: Tx): Promise<{ items: WorkAccount[] }> {
  const officers = await officersOfAccounts(tx)
  const { rows } = await tx.client.query({
    name: 'list-work-accounts',
    text: `select a.user_id, a.gone_at, count(c.id)::int as contacts, (count(c.id) filter (where c.resident_id is null))::int as unlinked,
        (count(c.id) filter (where w.left_at is not null))::int as gone,
        (count(c.id) filter (where w.followed_at > now() - interval '7 days'))::int as added
      from work_accounts a left join work_contacts w on w.station_id = $1 and w.user_id = a.user_id and w.ended_at is null
      left join contacts c on c.station_id = $1 and c.id = w.contact_id and c.removed_at is null
      where a.station_id = $1 group by a.user_id, a.gone_at order by a.gone_at nulls first, contacts desc, a.user_id`,
    values: [tx.stationId],
  })
  return {
    items: rows.map((row) => ({
      account: row.user_id,
      officerId: officers.get(row.user_id)?.officerId ?? null,
      officerName: officers.get(row.user_id)?.name ?? null,
      goneAt: row.gone_at?.toISOString() ?? null,
      contacts: row.contacts,
      unlinked: row.unlinked,
      left: row.gone,
      addedThisWeek: row.added,
    })),
  }
}
