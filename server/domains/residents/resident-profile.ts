import type { Profile, ProfileChange } from '../../../contract/residents.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillage } from './check-village.ts'
import { ensureContact } from './ensure-contact.ts'

/** What this phone has said of its owner; empty for one that has only visited. */
export async function showProfile(tx: Tx, contactId: string): Promise<Profile> {
  const row = await tx.db
    .selectFrom('contacts')
    .select(['name', 'phone', 'villageId', 'residentId'])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', contactId)
    .executeTakeFirst()
  if (!row) return { name: '', phone: '', villageId: null, confirmed: false }
  const { name, phone, villageId, residentId } = row
  return { name, phone, villageId, confirmed: residentId !== null }
}

/** The resident says who she is, where she lives, how to call her. */
export async function changeProfile(
  tx: Tx,
  actor: Actor,
  contactId: string,
  change: ProfileChange,
): Promise<Profile> {
  await checkVillage(tx, change.villageId)
  await ensureContact(tx, { id: contactId, channel: 'web' })
  await changeContactRow(tx, actor, contactId, change)
  return showProfile(tx, contactId)
}

/** Writes what is given to the contact's row, and that it changed; which fields, not what they say. */
export async function changeContactRow(
  tx: Tx,
  actor: Actor,
  contactId: string,
  change: ProfileChange,
): Promise<void> {
  const fields = Object.keys(change)
  if (fields.length === 0) return
  const { villageId } = await tx.db
    .updateTable('contacts')
    .set({ name: change.name?.trim(), phone: change.phone?.trim(), villageId: change.villageId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', contactId)
    .returning('villageId')
    .executeTakeFirstOrThrow()
  await writeEvents(tx, actor, [
    {
      name: 'contact.changed',
      subject: { kind: 'contact', id: contactId },
      contactId,
      villageId,
      data: { fields },
    },
  ])
}
