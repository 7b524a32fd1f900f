import type { HouseholdDone, HouseholdPreview, MergePlan } from '../../../../contract/households.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { closeHousehold } from './close-household.ts'
import { type FoundHousehold, findHousehold, lockHouseholds } from './find-household.ts'
import { movePerson } from './move-person.ts'
import { readLives } from './read-lives.ts'
import { recordChange } from './record-change.ts'
import { checkDay, checkSince, checkStands } from './rules.ts'
import { setHead } from './set-head.ts'
import { newTrail } from './trail.ts'

/** 并户: everybody of a household lives in another one of the village from a day on; the first is over and stays to be looked at. */
export async function mergeHouseholds(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  plan: MergePlan,
): Promise<HouseholdDone> {
  const { intoId, on, caseId, note } = plan
  const [source, into] = (await lockHouseholds(tx, session, [id, intoId])) as [FoundHousehold, FoundHousehold]
  const { goes, headId } = await readMerger(tx, source, into, plan)
  const trail = newTrail()
  for (const { id: residentId } of goes)
    await movePerson(tx, actor, { residentId, householdId: intoId, on, how: 'merged', from: id }, trail)
  if (headId) await setHead(tx, intoId, headId, trail)
  await closeHousehold(tx, actor, source, { on, how: 'merged', intoId }, trail)
  await recordChange(tx, actor, 'household.merged', trail, [
    { household: source, kind: 'merged_into', on, otherId: intoId, caseId, note },
    { household: into, kind: 'merged_in', on, otherId: id, caseId, note },
  ])
  return { id: intoId, changeId: trail.changeId }
}

/** What a merger would make of them; nothing is done. */
export async function previewMerger(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  plan: MergePlan,
): Promise<HouseholdPreview> {
  const [source, into] = [await findHousehold(tx, session, id), await findHousehold(tx, session, plan.intoId)]
  const { goes, stays, headId } = await readMerger(tx, source, into, plan)
  await recordListed(
    tx,
    actor,
    'resident.listed',
    [...goes, ...stays].map((person) => person.id),
  )
  const arriving = goes.map((person) => ({ ...person, head: false }))
  return {
    before: [
      { id: source.id, address: source.address, people: goes, ends: false },
      { id: into.id, address: into.address, people: stays, ends: false },
    ],
    after: [
      { id: source.id, address: source.address, people: [], ends: true },
      {
        id: into.id,
        address: into.address,
        people: [...stays, ...arriving].map((person) => ({
          ...person,
          head: headId ? headId === person.id : person.head,
        })),
        ends: false,
      },
    ],
    sameDoor: [],
  }
}

async function readMerger(tx: Tx, source: FoundHousehold, into: FoundHousehold, plan: MergePlan) {
  if (source.id === into.id) throw invalid('不能并到自己。')
  if (source.villageId !== into.villageId)
    throw invalid('只能并到同一个村的户。搬到别的村的，请在那一户登记迁入。')
  for (const household of [source, into]) {
    checkStands(household)
    checkDay(plan.on, household.residentSinceOn)
  }
  const [goes, stays] = [await readLives(tx, source.id), await readLives(tx, into.id)]
  for (const { name, beganOn } of goes) checkSince(name, plan.on, beganOn)
  const headId = plan.headId ?? null
  if (headId && ![...goes, ...stays].some(({ id }) => id === headId))
    throw invalid('户主要是住在这两户里的人。')
  return { goes, stays, headId }
}
