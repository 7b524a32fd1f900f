import type { HouseholdDone, Leaving } from '../../../../contract/households.ts'
import type { LeavingKind } from '../../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { livesThere } from './change-household.ts'
import { closeHousehold } from './close-household.ts'
import { endAbsence } from './end-absence.ts'
import { findHousehold } from './find-household.ts'
import { endMemberships, lockPerson, movePerson } from './move-person.ts'
import { recordChange } from './record-change.ts'
import { checkDay, checkSince, checkStands } from './rules.ts'
import { setHead } from './set-head.ts'
import { newTrail, type Trail } from './trail.ts'

const changeOf = {
  moved_out: 'left',
  married_out: 'married_out',
  died: 'died',
  unregistered: 'unregistered',
} as const

/**
 * Somebody leaves a household: moves or marries away from the station's villages, dies, or takes only her 户口 away. A
 * death ends everything else of hers that is open. Whoever was the last may end the household with her.
 */
export async function letPersonGo(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  leaving: Leaving,
): Promise<HouseholdDone> {
  const { residentId, kind, on } = leaving
  const household = await findHousehold(tx, session, id, true)
  checkStands(household)
  checkDay(on, household.residentSinceOn)
  // First: whoever is not of this household is nobody here, known or unknown elsewhere.
  const since = await sinceOf(tx, id, residentId, kind)
  const person = await lockPerson(tx, residentId)
  checkSince(person.name, on, since)
  const trail = newTrail()
  if (kind === 'unregistered')
    await endMemberships(tx, actor, {
      ...{ residentId, on, how: 'moved_out', householdId: id, trail },
      which: `tie = 'registered' and household_id = $7`,
    })
  else {
    const how = kind
    // Whoever dies may have lived elsewhere and have only her 户口 here.
    const from = kind === 'died' ? person.householdId : id
    await movePerson(tx, actor, { residentId, householdId: null, on, how, from }, trail)
    // Whoever has gone for good is not away any more.
    await endAbsence(tx, actor, residentId, on, trail)
    if (kind === 'died') await die(tx, actor, residentId, on, trail)
  }
  const rest = await livesThere(tx, id)
  if (leaving.headId) await setHead(tx, id, leaving.headId, trail)
  if (leaving.endsHousehold) {
    if (rest.length > 0) throw conflict(`这户还住着${rest.length}人，不能一起注销。`)
    await closeHousehold(tx, actor, household, { on, how: kind === 'died' ? 'died_out' : 'moved_out' }, trail)
  }
  await recordChange(
    tx,
    actor,
    leaving.endsHousehold ? 'household.ended' : 'household.people_changed',
    trail,
    [{ household, kind: changeOf[kind], on, residentId, note: leaving.note }],
  )
  return { id, changeId: trail.changeId }
}

/** Since when she has belonged to the household in the way that ends now. */
async function sinceOf(tx: Tx, id: string, residentId: string, kind: LeavingKind): Promise<string> {
  const { rows } = await tx.client.query(
    `select tie, began_on from household_members
     where station_id = $1 and household_id = $2 and resident_id = $3 and ended_on is null order by tie`,
    [tx.stationId, id, residentId],
  )
  const tie = kind === 'unregistered' ? 'registered' : 'lives'
  const row = kind === 'died' ? rows[0] : rows.find((each) => each.tie === tie)
  if (row) return row.began_on
  throw kind === 'unregistered'
    ? conflict('这个人的户口现在不在这户，可能同事刚改过。请刷新后再看。')
    : conflict('这个人现在不住在这户了，可能同事刚改过。请刷新后再看。')
}

async function die(tx: Tx, actor: Actor, residentId: string, on: string, trail: Trail): Promise<void> {
  const { rows } = await tx.client.query(
    'select born_on, died_on from residents where station_id = $1 and id = $2',
    [tx.stationId, residentId],
  )
  if (rows[0].died_on) throw conflict(`已经登记 ${rows[0].died_on} 去世了。`)
  if (rows[0].born_on && on < rows[0].born_on) throw invalid('去世的日期不能早于出生的日期。')
  await endMemberships(tx, actor, { residentId, on, how: 'died', which: 'true', trail })
  await tx.client.query('update residents set died_on = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    residentId,
    on,
  ])
  const known = trail.people.find(({ id }) => id === residentId)
  if (known) known.after.diedOn = on
  else
    trail.people.push({
      id: residentId,
      before: { householdId: null, diedOn: null },
      after: { householdId: null, diedOn: on },
    })
}
