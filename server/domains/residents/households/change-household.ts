import type { HouseholdEdit } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { findHousehold } from './find-household.ts'
import { recordChange } from './record-change.ts'
import { checkStands, plainDoor } from './rules.ts'
import { checkSameDoor } from './same-door.ts'
import { setHead } from './set-head.ts'
import { newTrail } from './trail.ts'
import { writeHousehold } from './write-household.ts'

/** Changes door and 组, who is the head, and the note. The first two stand in the household's history. */
export async function changeHousehold(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  id: string,
  change: HouseholdEdit,
): Promise<void> {
  const household = await findHousehold(tx, session, id, true)
  const address = change.address === undefined ? household.address : plainDoor(change.address)
  const villageGroup = change.villageGroup?.trim() ?? household.villageGroup
  const moves = address !== household.address || villageGroup !== household.villageGroup
  if (moves || change.headId !== undefined) checkStands(household)
  if (moves) {
    if (address !== household.address)
      await checkSameDoor(tx, { villageId: household.villageId, address, except: id }, change.sameDoor)
    const trail = newTrail()
    await writeHousehold(tx, household, { address, villageGroup }, trail)
    const note = [household.address, household.villageGroup].filter(Boolean).join('，')
    const asked = { household, kind: 'door', on: stationDay(new Date()), note } as const
    // The door is written at each of them in the search.
    await recordChange(tx, actor, 'household.changed', trail, [asked], await livesThere(tx, id))
  }
  if (change.headId !== undefined) {
    const trail = newTrail()
    if (await setHead(tx, id, change.headId, trail))
      await recordChange(tx, actor, 'household.changed', trail, [
        { household, kind: 'head', on: stationDay(new Date()), residentId: change.headId },
      ])
  }
  const note = change.note?.trim()
  if (note === undefined || note === household.note) return
  await tx.client.query('update households set note = $3 where station_id = $1 and id = $2', [
    tx.stationId,
    id,
    note,
  ])
  const { villageId } = household
  await writeEvents(tx, actor, [
    { name: 'household.changed', subject: { kind: 'household', id }, villageId, data: { fields: ['note'] } },
  ])
}

export async function livesThere(tx: Tx, householdId: string): Promise<string[]> {
  const { rows } = await tx.client.query(
    'select id from residents where station_id = $1 and household_id = $2 order by id',
    [tx.stationId, householdId],
  )
  return rows.map(({ id }) => id)
}
