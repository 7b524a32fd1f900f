import type { Arrival, HouseholdDone } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { initialsOf } from '../name-initials.ts'
import { findVisibleResident } from '../visibility.ts'
import { type FoundHousehold, findHousehold } from './find-household.ts'
import { lockPerson, movePerson } from './move-person.ts'
import { recordChange } from './record-change.ts'
import { checkDay, checkStands } from './rules.ts'
import { newTrail, type Trail } from './trail.ts'

/** Somebody joins a household: born into it, moved or married in, or only registered there while she lives elsewhere. */
export async function receivePerson(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  arrival: Arrival,
): Promise<HouseholdDone> {
  const { kind, on } = arrival
  const household = await findHousehold(tx, session, id, true)
  checkStands(household)
  checkDay(on, household.residentSinceOn)
  const trail = newTrail()
  const residentId = await personOf(tx, actor, session, household, arrival)
  if (kind === 'registered') await register(tx, actor, { id, residentId, on }, trail)
  else {
    await checkCameBefore(tx, residentId, on)
    const from = await movePerson(tx, actor, { residentId, householdId: id, on, how: kind }, trail)
    if (from === id) throw conflict('这个人已经住在这户了。')
  }
  await recordChange(tx, actor, 'household.people_changed', trail, [
    { household, kind, on, residentId, note: arrival.note },
  ])
  return { id, changeId: trail.changeId }
}

/** The person meant, or a new entry for her. Who is born is always new. */
async function personOf(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { villageId }: FoundHousehold,
  { kind, on, residentId, name, phone = '' }: Arrival,
): Promise<string> {
  if (residentId ? name !== undefined || kind === 'born' : !name?.trim())
    throw invalid(kind === 'born' ? '请写新生儿的姓名；还没取名的，写“未取名”。' : '请选一位居民，或写姓名。')
  if (residentId) {
    await findVisibleResident(tx, session, residentId, true)
    return residentId
  }
  const id = newId()
  await tx.db
    .insertInto('residents')
    .values({
      stationId: tx.stationId,
      id,
      name: name!.trim(),
      nameInitials: initialsOf(name!.trim()),
      phone: phone.trim(),
      bornOn: kind === 'born' ? on : null,
    })
    .execute()
  await writeEvents(tx, actor, [
    { name: 'resident.recorded', subject: { kind: 'resident', id }, villageId, data: { kind } },
  ])
  return id
}

/** Nobody moves before she moved to where she lives now, nor before she was born. */
async function checkCameBefore(tx: Tx, residentId: string, on: string): Promise<void> {
  const { rows } = await tx.client.query(
    `select r.name, r.born_on, m.began_on, m.began_how from residents r
     left join household_members m on m.station_id = r.station_id and m.resident_id = r.id and m.tie = 'lives' and m.ended_on is null
     where r.station_id = $1 and r.id = $2`,
    [tx.stationId, residentId],
  )
  const [row] = rows
  if (row?.born_on && on < row.born_on)
    throw invalid(`${row.name}是 ${row.born_on} 出生的，日期不能早于那一天。`)
  if (row?.began_on && on < row.began_on)
    throw invalid(`${row.name}从 ${row.began_on} 起住在另一户，日期不能早于那一天。`)
}

async function register(
  tx: Tx,
  actor: Actor,
  { id, residentId, on }: { id: string; residentId: string; on: string },
  trail: Trail,
): Promise<void> {
  const person = await lockPerson(tx, residentId)
  if (person.diedOn) throw conflict(`${person.name}的登记写着 ${person.diedOn} 已经去世。`)
  if (person.householdId === id) throw conflict(`${person.name}就住在这户，不用再登记户口在这里。`)
  const { rows } = await tx.client.query(
    `select household_id from household_members
     where station_id = $1 and resident_id = $2 and tie = 'registered' and ended_on is null limit 1`,
    [tx.stationId, residentId],
  )
  if (rows[0]?.household_id === id) throw conflict(`${person.name}的户口已经登记在这户。`)
  // One 户口 a person: whoever moves hers ends it where it was first.
  if (rows[0]) throw conflict(`${person.name}的户口登记在另一户。请先在那一户登记“户口迁出”。`)
  const memberId = newId()
  await tx.db
    .insertInto('householdMembers')
    .values({
      stationId: tx.stationId,
      id: memberId,
      householdId: id,
      residentId,
      tie: 'registered',
      beganOn: on,
      beganHow: 'moved_in',
      beganChangeId: trail.changeId,
      recordedBy: actor.kind === 'officer' ? actor.id : null,
    })
    .execute()
  trail.opened.push(memberId)
}
