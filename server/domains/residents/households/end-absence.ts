import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Trail } from './trail.ts'

/** Ends her open absence, if there is one, on the day, or on the day she left where that was later. */
export async function endAbsence(
  tx: Tx,
  actor: Actor,
  residentId: string,
  on: string,
  trail: Trail,
): Promise<boolean> {
  const { rows } = await tx.client.query(
    `update resident_absences set back_on = greatest($3::date, left_on), ended_by = $4, ended_recorded_at = clock_timestamp(),
       ended_change_id = $5 where station_id = $1 and resident_id = $2 and back_on is null returning id`,
    [tx.stationId, residentId, on, actor.kind === 'officer' ? actor.id : null, trail.changeId],
  )
  trail.absencesClosed.push(...rows.map(({ id }) => id))
  return rows.length > 0
}
