import type { HouseholdDone, HouseholdPreview, SplitPlan } from '../../../../contract/households.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { type FoundHousehold, findHousehold } from './find-household.ts'
import { movePerson } from './move-person.ts'
import { type Living, readLives } from './read-lives.ts'
import { recordChange } from './record-change.ts'
import { checkDay, checkSince, checkStands, plainDoor } from './rules.ts'
import { checkSameDoor, listSameDoor } from './same-door.ts'
import { setHead } from './set-head.ts'
import { newTrail } from './trail.ts'
import { addHousehold } from './write-household.ts'

/**
 * 分户: some of a household become one of their own behind a door of theirs. Both keep their history: the memberships
 * here end that day, and there new ones begin.
 */
export async function splitHousehold(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  plan: SplitPlan,
): Promise<HouseholdDone> {
  const household = await findHousehold(tx, session, id, true)
  const { goes, headId, restHeadId } = await readSplit(tx, household, plan)
  const { villageId } = household
  const { on, caseId, note } = plan
  await checkSameDoor(tx, { villageId, address: plan.address }, plan.sameDoor)
  const trail = newTrail()
  const newHouseholdId = await addHousehold(tx, { ...plan, villageId, note: '' })
  trail.founded.push(newHouseholdId)
  for (const { id: residentId } of goes)
    await movePerson(
      tx,
      actor,
      { residentId, householdId: newHouseholdId, on, how: 'split', from: id, head: residentId === headId },
      trail,
    )
  if (restHeadId) await setHead(tx, id, restHeadId, trail)
  await recordChange(tx, actor, 'household.split', trail, [
    { household, kind: 'split_off', on, otherId: newHouseholdId, caseId, note },
    { household: { id: newHouseholdId, villageId }, kind: 'split_from', on, otherId: id, caseId, note },
  ])
  return { id: newHouseholdId, changeId: trail.changeId }
}

/** What a split would make of them; nothing is done. */
export async function previewSplit(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  plan: SplitPlan,
): Promise<HouseholdPreview> {
  const household = await findHousehold(tx, session, id)
  const { goes, stays, headId, restHeadId } = await readSplit(tx, household, plan)
  const { villageId, address } = household
  await recordListed(
    tx,
    actor,
    'resident.listed',
    [...goes, ...stays].map((person) => person.id),
  )
  const side = (at: string | null, door: string, people: Living[], head?: string | null) => ({
    id: at,
    address: door,
    ends: false,
    people: people.map((person) => ({ ...person, head: head ? head === person.id : person.head })),
  })
  return {
    before: [side(id, address, [...goes, ...stays])],
    after: [
      side(id, address, stays, restHeadId),
      side(
        null,
        plainDoor(plan.address),
        goes.map((person) => ({ ...person, head: false })),
        headId,
      ),
    ],
    sameDoor: await listSameDoor(tx, { villageId, address: plan.address }),
  }
}

async function readSplit(tx: Tx, household: FoundHousehold, plan: SplitPlan) {
  checkStands(household)
  checkDay(plan.on, household.residentSinceOn)
  const lives = await readLives(tx, household.id)
  const goes = lives.filter(({ id }) => plan.people.includes(id))
  const stays = lives.filter(({ id }) => !plan.people.includes(id))
  if (goes.length < plan.people.length)
    throw conflict('选中的人里有人现在不住在这户了，可能同事刚改过。请刷新后再看。')
  if (stays.length === 0) throw invalid('分户以后原来的户要有人。请先把留下的人登记到这户，或登记全家搬走。')
  for (const { name, beganOn } of goes) checkSince(name, plan.on, beganOn)
  const headId = plan.headId ?? (goes.length === 1 ? goes[0]!.id : null)
  if (headId && !goes.some(({ id }) => id === headId)) throw invalid('新户的户主要是分出去的人。')
  const restHeadId = plan.restHeadId ?? null
  if (restHeadId && !stays.some(({ id }) => id === restHeadId)) throw invalid('原户的户主要是留下的人。')
  return { goes, stays, headId, restHeadId }
}
