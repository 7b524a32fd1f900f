import type { HouseholdDone, NewHousehold } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { checkVillage } from '../check-village.ts'
import { findVisibleResident, villageScope } from '../visibility.ts'
import { movePerson } from './move-person.ts'
import { recordChange } from './record-change.ts'
import { checkDay } from './rules.ts'
import { checkSameDoor } from './same-door.ts'
import { setHead } from './set-head.ts'
import { newTrail } from './trail.ts'
import { addHousehold } from './write-household.ts'

/** A household that is new in the register, with people of the register who live there from its first day on. */
export async function foundHousehold(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  given: NewHousehold,
): Promise<HouseholdDone> {
  const { villageId, on, people = [], headId } = given
  await checkVillage(tx, villageId)
  const scope = villageScope(session)
  if (scope && !scope.includes(villageId)) throw invalid('只能登记您负责的村。')
  checkDay(on)
  await checkSameDoor(tx, given, given.sameDoor)
  const trail = newTrail()
  const id = await addHousehold(tx, given)
  trail.founded.push(id)
  for (const residentId of [...people].sort()) {
    await findVisibleResident(tx, session, residentId, true)
    await movePerson(tx, actor, { residentId, householdId: id, on, how: 'founded' }, trail)
  }
  if (headId) await setHead(tx, id, headId, trail)
  await recordChange(tx, actor, 'household.founded', trail, [
    { household: { id, villageId }, kind: 'founded', on },
  ])
  return { id, changeId: trail.changeId }
}
