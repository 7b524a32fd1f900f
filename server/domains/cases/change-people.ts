import type { NewCasePerson } from '../../../contract/case-changes.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleResident } from '../residents/visibility.ts'
import { caseEvent, lockCase } from './lock-case.ts'
import { refuseFrozen } from './rules.ts'

/** Adds somebody to a case, with or without a person of the register. */
export async function addPerson(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  person: NewCasePerson,
): Promise<{ id: string }> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  if (person.residentId) await findVisibleResident(tx, session, person.residentId)
  const id = newId()
  await tx.db
    .insertInto('casePeople')
    .values({
      stationId: tx.stationId,
      id,
      caseId,
      residentId: person.residentId ?? null,
      name: person.name.trim(),
      phone: person.phone?.trim() ?? '',
      part: person.part,
      addedBy: session.officerId,
    })
    .execute()
  await writeEvents(tx, actor, [
    caseEvent(matter, 'case.person_changed', { personId: id, part: person.part, added: true }),
  ])
  return { id }
}

/** Takes somebody out of a case; the row stays, with when. */
export async function removePerson(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  caseId: string,
  personId: string,
): Promise<{ done: true }> {
  const matter = await lockCase(tx, session, caseId)
  refuseFrozen(matter)
  const { numUpdatedRows } = await tx.db
    .updateTable('casePeople')
    .set({ removedAt: new Date() })
    .where('stationId', '=', tx.stationId)
    .where('caseId', '=', caseId)
    .where('id', '=', personId)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) throw notFound()
  await writeEvents(tx, actor, [caseEvent(matter, 'case.person_changed', { personId, added: false })])
  return { done: true }
}
