import { newId } from '../../platform/id.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * Writes into the households' membership where a person lives from today on, as residents.household_id says it:
 * nothing when it says so already.
 */
export async function keepHome(
  tx: Tx,
  {
    residentId,
    householdId,
    officerId,
  }: { residentId: string; householdId: string | null; officerId: string },
): Promise<void> {
  const today = stationDay(new Date())
  const { rows } = await tx.client.query(
    `select household_id from household_members
     where station_id = $1 and resident_id = $2 and tie = 'lives' and ended_on is null for update`,
    [tx.stationId, residentId],
  )
  if ((rows[0]?.household_id ?? null) === householdId) return
  if (rows[0])
    await tx.client.query(
      `update household_members set ended_on = greatest(began_on, $3::date), ended_how = 'moved_out', ended_by = $4,
         ended_recorded_at = clock_timestamp()
       where station_id = $1 and resident_id = $2 and tie = 'lives' and ended_on is null`,
      [tx.stationId, residentId, today, officerId],
    )
  if (householdId)
    await tx.db
      .insertInto('householdMembers')
      .values({
        ...{ stationId: tx.stationId, id: newId(), householdId, residentId, tie: 'lives', beganOn: today },
        ...{ beganHow: rows[0] ? 'moved_in' : 'recorded', recordedBy: officerId },
      })
      .execute()
}
