import type { NewDoorVisit } from '../../../../contract/coverage.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { invalid, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../../residents/visibility.ts'

const minute = 60_000
const day = 24 * 60 * minute
/** A phone's clock may be a little fast; a round may lie in a pocket over a week-end. */
const fastest = 5 * minute
const longestInPocket = 14 * day

/** Writes down what came of a visit at a door, with the time at which she stood there. The newest visit counts. */
export async function recordVisit(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  householdId: string,
  { outcome, visitedAt }: NewDoorVisit,
  now: Date,
): Promise<{ visitId: string }> {
  const at = new Date(visitedAt)
  if (at.getTime() > now.getTime() + fastest) throw invalid('走访时间不能晚于现在，请看看手机的时间准不准。')
  if (at.getTime() < now.getTime() - longestInPocket)
    throw invalid('走访过了 14 天才上传，这条不再收，请重新登记。')
  const { rows } = await tx.client.query(
    `select h.village_id from households h where h.station_id = $1 and h.id = $2 and ${inScope('h.village_id', 3)}`,
    [tx.stationId, householdId, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  const visitId = newId()
  await tx.client.query(
    `insert into door_visits (station_id, id, household_id, officer_id, outcome, visited_at) values ($1, $2, $3, $4, $5, $6)`,
    [tx.stationId, visitId, householdId, session.officerId, outcome, at > now ? now : at],
  )
  await writeEvents(tx, actor, [
    {
      name: 'door_visit.recorded',
      subject: { kind: 'household', id: householdId },
      villageId: rows[0].village_id,
      data: { outcome },
    },
  ])
  return { visitId }
}
