import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleContact, findVisibleResident } from '../residents/visibility.ts'

/** "It is not her": the suggestion does not come again. Choosing her by hand stays possible. */
export async function refuseLink(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  contactId: string,
  residentId: string,
): Promise<{ done: true }> {
  const contact = await findVisibleContact(tx, session, contactId)
  await findVisibleResident(tx, session, residentId)
  const { rowCount } = await tx.client.query(
    `insert into contact_link_refusals (station_id, contact_id, resident_id, refused_by) values ($1, $2, $3, $4) on conflict do nothing`,
    [tx.stationId, contactId, residentId, session.officerId],
  )
  if (rowCount! > 0)
    await writeEvents(tx, actor, [
      {
        name: 'contact.link_refused',
        subject: { kind: 'contact', id: contactId },
        contactId,
        villageId: contact.villageId,
        data: { residentId },
      },
    ])
  return { done: true }
}
