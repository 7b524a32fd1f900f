import type { HouseholdDone, HouseholdEnding } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { closeHousehold } from './close-household.ts'
import { endAbsence } from './end-absence.ts'
import { findHousehold } from './find-household.ts'
import { movePerson } from './move-person.ts'
import { readLives } from './read-lives.ts'
import { recordChange } from './record-change.ts'
import { checkDay, checkSince, checkStands } from './rules.ts'
import { newTrail } from './trail.ts'

/** The whole household moves away, or its last one has died: nobody lives there any more. */
export async function endHousehold(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { kind, on, note }: HouseholdEnding,
): Promise<HouseholdDone> {
  const household = await findHousehold(tx, session, id, true)
  checkStands(household)
  checkDay(on, household.residentSinceOn)
  const trail = newTrail()
  // Of those who died each is recorded by herself, with her own day.
  for (const { id: residentId, name, beganOn } of kind === 'moved_out' ? await readLives(tx, id) : []) {
    checkSince(name, on, beganOn)
    await movePerson(tx, actor, { residentId, householdId: null, on, how: 'moved_out', from: id }, trail)
    await endAbsence(tx, actor, residentId, on, trail)
  }
  await closeHousehold(tx, actor, household, { on, how: kind }, trail)
  await recordChange(tx, actor, 'household.ended', trail, [{ household, kind, on, note }])
  return { id, changeId: trail.changeId }
}
