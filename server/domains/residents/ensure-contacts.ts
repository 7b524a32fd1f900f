import type { Channel } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type NewContact = {
  id: string
  channel: Channel
  name: string
  phone: string
  villageId: string | null
  workAccount: string | null
}

/**
 * Rows for many contacts at once. Of those that are there already only what nobody knew is filled in: a name, a
 * village, the work account.
 */
export async function ensureContacts(tx: Tx, contacts: NewContact[]): Promise<void> {
  if (contacts.length === 0) return
  await tx.client.query({
    name: 'ensure-contacts',
    text: `insert into contacts as c (station_id, id, channel, name, phone, village_id, work_account)
      select $1, n.id, n.channel, n.name, n.phone, n."villageId", n."workAccount"
      from json_to_recordset($2) as n(id uuid, channel text, name text, phone text, "villageId" uuid, "workAccount" text)
      order by n.id
      on conflict (station_id, id) do update set name = case when c.name = '' then excluded.name else c.name end,
        village_id = coalesce(c.village_id, excluded.village_id), work_account = coalesce(c.work_account, excluded.work_account)
      where c.name = '' and excluded.name <> '' or c.village_id is null and excluded.village_id is not null
        or c.work_account is null and excluded.work_account is not null`,
    values: [tx.stationId, JSON.stringify(contacts)],
  })
}
