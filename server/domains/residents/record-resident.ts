import type { NewResident, ResidentChange } from '../../../contract/residents.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { chooseHousehold } from './choose-household.ts'
import { settlePerson } from './households/settle-person.ts'
import { linkContact } from './link-contact.ts'
import { initialsOf } from './name-initials.ts'
import { tidySaid } from './person/tidy-said.ts'
import { findVisibleResident } from './visibility.ts'

/** Records a person, where she lives, and the contact she was met through. Returns her id. */
export async function recordResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  given: NewResident,
): Promise<string> {
  const id = newId()
  const name = given.name.trim()
  const said = tidySaid(given)
  const householdId = await chooseHousehold(tx, session, given.household ?? null)
  await tx.db
    .insertInto('residents')
    .values({
      stationId: tx.stationId,
      id,
      name,
      nameInitials: initialsOf(name),
      phone: given.phone?.trim() ?? '',
      note: given.note ?? '',
      ...said,
    })
    .execute()
  if (householdId) await settlePerson(tx, actor, id, householdId)
  const { villageId } = await findVisibleResident(tx, session, id)
  await writeEvents(tx, actor, [
    { name: 'resident.recorded', subject: { kind: 'resident', id }, villageId, data: { householdId } },
  ])
  if (given.contactId) await linkContact(tx, actor, session, given.contactId, id)
  return id
}

/** Changes what is given of a person. */
export async function changeResident(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  change: ResidentChange,
): Promise<void> {
  await findVisibleResident(tx, session, id, true)
  const fields = Object.keys(change)
  if (fields.length === 0) return
  const name = change.name?.trim()
  const said = tidySaid(change)
  const householdId =
    change.household === undefined ? undefined : await chooseHousehold(tx, session, change.household)
  await tx.db
    .updateTable('residents')
    .set({
      ...(name !== undefined && { name, nameInitials: initialsOf(name) }),
      phone: change.phone?.trim(),
      note: change.note,
      ...said,
      updatedAt: new Date(),
    })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  if (householdId !== undefined) await settlePerson(tx, actor, id, householdId)
  const { villageId } = await findVisibleResident(tx, session, id)
  await writeEvents(tx, actor, [
    { name: 'resident.changed', subject: { kind: 'resident', id }, villageId, data: { fields } },
  ])
}
