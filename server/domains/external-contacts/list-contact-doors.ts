import type { ContactDoor } from '../../../contract/external-contacts.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { doorAnswer, doorColumns } from './door-answer.ts'

/** The doors of the work accounts, with how many came by each. */
export async function listContactDoors(tx: Tx): Promise<{ items: ContactDoor[] }> {
  const { rows } = await tx.client.query(
    `select d.id, d.label, d.village_id, d.user_ids, ${doorColumns},
       (select count(*)::int from work_contacts w where w.station_id = $1 and w.door = d.state and w.ended_at is null) as contacts
     from contact_doors d where d.station_id = $1 and d.refusal is null
     order by coalesce(d.made_at, d.asked_at) desc limit 200`,
    [tx.stationId],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      villageId: row.village_id,
      accounts: row.user_ids,
      ...doorAnswer(row),
      contacts: row.contacts,
    })),
  }
}
