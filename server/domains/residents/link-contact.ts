import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleContact, findVisibleResident } from './visibility.ts'

/**
 * A person confirms whose contact this is; null takes it back. Already another person's is a conflict: two officers
 * who decide differently must talk, and the link has to be taken back first. Nothing is ever matched by a machine.
 */
export async function linkContact(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  contactId: string,
  residentId: string | null,
): Promise<void> {
  // The person first, as a merge of two entries does: it waits for us, or we find her merged away.
  const resident = residentId ? await findVisibleResident(tx, session, residentId, true) : null
  const contact = await findVisibleContact(tx, session, contactId, true)
  if (contact.residentId === residentId) return
  if (contact.residentId && residentId) throw conflict('这个联系方式已经确认是另一位居民的，请先取消再确认。')
  await tx.client.query(
    `update contacts set resident_id = $3, village_id = coalesce(village_id, $4) where station_id = $1 and id = $2`,
    [tx.stationId, contactId, residentId, resident?.villageId ?? null],
  )
  await writeEvents(tx, actor, [
    {
      name: 'contact.linked',
      subject: { kind: 'contact', id: contactId },
      contactId,
      villageId: contact.villageId ?? resident?.villageId,
      data: { residentId, before: contact.residentId },
    },
  ])
}
