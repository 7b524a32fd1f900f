import type { Contact } from '../../../contract/residents.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleContact } from './visibility.ts'

/** One contact as officers see it; who looked is written down. */
export async function showContact(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
): Promise<Contact> {
  const { villageId } = await findVisibleContact(tx, session, id)
  await writeEvents(tx, actor, [
    { name: 'resident.read', subject: { kind: 'contact', id }, contactId: id, villageId },
  ])
  const [contact] = await readContacts(tx, 'c.id', id)
  return contact!
}

/** Live contacts whose `column` is `value`, oldest first. */
export async function readContacts(
  tx: Tx,
  column: 'c.id' | 'c.resident_id',
  value: string,
): Promise<Contact[]> {
  const { rows } = await tx.client.query(
    `select c.id, c.channel, c.name, c.phone, c.village_id, v.name as village_name, c.resident_id, r.name as resident_name,
       c.work_account, c.opted_out_at, c.created_at
     from contacts c
     left join villages v on v.station_id = c.station_id and v.id = c.village_id
     left join residents r on r.station_id = c.station_id and r.id = c.resident_id
     where c.station_id = $1 and ${column} = $2 and c.removed_at is null order by c.created_at, c.id`,
    [tx.stationId, value],
  )
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel,
    name: row.name,
    phone: row.phone,
    villageId: row.village_id,
    villageName: row.village_name,
    residentId: row.resident_id,
    residentName: row.resident_name,
    workAccount: row.work_account,
    optedOutAt: row.opted_out_at?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
  }))
}
