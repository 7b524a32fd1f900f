import type { ContactDoor } from '../../../contract/external-contacts.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** The doors of the work accounts, with how many came by each. */
export async function listContactDoors(tx: Tx): Promise<{ items: ContactDoor[] }> {
  const { rows } = await tx.client.query(
    `select d.id, d.label, d.state, d.village_id, d.user_ids, d.qr_url, d.made_at,
       (select count(*)::int from work_contacts w where w.station_id = $1 and w.door = d.state and w.ended_at is null) as contacts
     from contact_doors d where d.station_id = $1 order by d.made_at desc limit 200`,
    [tx.stationId],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      state: row.state,
      villageId: row.village_id,
      accounts: row.user_ids,
      qrUrl: row.qr_url,
      contacts: row.contacts,
      madeAt: row.made_at.toISOString(),
    })),
  }
}
