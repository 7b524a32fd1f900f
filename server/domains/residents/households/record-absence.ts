import type { Absence, HouseholdDone, Return } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { conflict, invalid } from '../../../platform/errors.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { endAbsence } from './end-absence.ts'
import { findHousehold } from './find-household.ts'
import { recordChange } from './record-change.ts'
import { checkDay } from './rules.ts'
import { newTrail } from './trail.ts'

/** Somebody of the household goes away for work, school, the army or care; she still belongs to it. */
export async function recordAbsence(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { residentId, reason, place = '', on }: Absence,
): Promise<HouseholdDone> {
  const household = await findHousehold(tx, session, id, true)
  checkDay(on)
  const name = await lockAtHome(tx, id, residentId)
  const { rows } = await tx.client.query(
    `select left_on, back_on from resident_absences
     where station_id = $1 and resident_id = $2 and (back_on is null or back_on > $3) limit 1`,
    [tx.stationId, residentId, on],
  )
  if (rows[0] && !rows[0].back_on) throw conflict(`${name}从 ${rows[0].left_on} 起已经登记外出。`)
  if (rows[0]) throw invalid(`${name}到 ${rows[0].back_on} 才回来过，日期不能早于那一天。`)
  const trail = newTrail()
  const absenceId = newId()
  await tx.db
    .insertInto('residentAbsences')
    .values({
      stationId: tx.stationId,
      id: absenceId,
      residentId,
      reason,
      place: place.trim(),
      leftOn: on,
      beganChangeId: trail.changeId,
      recordedBy: actor.kind === 'officer' ? actor.id : null,
    })
    .execute()
  trail.absencesOpened.push(absenceId)
  await recordChange(tx, actor, 'household.people_changed', trail, [
    { household, kind: 'away', on, residentId, note: place },
  ])
  return { id, changeId: trail.changeId }
}

/** She is back. */
export async function recordReturn(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  { residentId, on }: Return,
): Promise<HouseholdDone> {
  const household = await findHousehold(tx, session, id, true)
  checkDay(on)
  const name = await lockAtHome(tx, id, residentId)
  const { rows } = await tx.client.query(
    'select left_on from resident_absences where station_id = $1 and resident_id = $2 and back_on is null',
    [tx.stationId, residentId],
  )
  if (!rows[0]) throw conflict(`${name}没有登记外出，可能同事刚改过。请刷新后再看。`)
  if (on < rows[0].left_on) throw invalid(`${name}是 ${rows[0].left_on} 出去的，回来不能早于那一天。`)
  const trail = newTrail()
  await endAbsence(tx, actor, residentId, on, trail)
  await recordChange(tx, actor, 'household.people_changed', trail, [
    { household, kind: 'back', on, residentId },
  ])
  return { id, changeId: trail.changeId }
}

/** Locks somebody who lives in the household; returns her name. */
async function lockAtHome(tx: Tx, id: string, residentId: string): Promise<string> {
  const { rows } = await tx.client.query(
    'select name from residents where station_id = $1 and id = $2 and household_id = $3 for update',
    [tx.stationId, residentId, id],
  )
  if (!rows[0]) throw conflict('这个人现在不住在这户了，可能同事刚改过。请刷新后再看。')
  return rows[0].name
}
