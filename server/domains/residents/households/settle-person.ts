import type { Actor } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { movePerson } from './move-person.ts'

/**
 * Where somebody lives, as an officer writes it on her entry, without saying since when: from today on if it was
 * elsewhere before, and as long as the household itself if nothing was known.
 */
export async function settlePerson(
  tx: Tx,
  actor: Actor,
  residentId: string,
  householdId: string | null,
): Promise<void> {
  const today = stationDay(new Date())
  if (!householdId) {
    await movePerson(tx, actor, { residentId, householdId: null, on: today, how: 'corrected' })
    return
  }
  const { rows } = await tx.client.query(
    `select h.resident_since_on as since, exists (select from household_members m
       where m.station_id = $1 and m.resident_id = $3 and m.tie = 'lives') as moved
     from households h where h.station_id = $1 and h.id = $2`,
    [tx.stationId, householdId, residentId],
  )
  const { since, moved } = rows[0]
  const on = moved || since > today ? today : since
  await movePerson(tx, actor, { residentId, householdId, on, how: 'recorded' })
}
