import type { CoverageRows, CoverageRowsQuery } from '../../../../contract/coverage.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../../residents/visibility.ts'
import { householdState } from './household-state.ts'
import { groupOf, pageOf, readSkip } from './paging.ts'
import { refreshReach } from './refresh-reach.ts'
import { snapshotOf } from './snapshot.ts'

/** The households behind a number of coverage, door by door; an auxiliary sees those of her villages. */
export async function listHouseholds(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { day, villageId, group, reach, after, limit = 50 }: CoverageRowsQuery,
  now: Date,
): Promise<CoverageRows> {
  const snapshot = snapshotOf(day, now)
  const skip = readSkip(after)
  await refreshReach(tx)
  const { rows } = await tx.client.query(
    `with found as (
       select h.household_id, h.village_id, h.village_group, h.door_key, ${householdState} as state from household_reach h
       where h.station_id = $1 and ${inScope('h.village_id', 3)} and ($4::uuid is null or h.village_id = $4)
         and ($5::text is null or h.village_group = $5)
     ), shown as (
       select f.*, v.name as village, v.position, count(*) over ()::int as total from found f
       join villages v on v.station_id = $1 and v.id = f.village_id
       where case when $6::text is null then f.state <> 'departed' else f.state = $6 end
       order by v.position, f.village_id, f.door_key, f.household_id offset $7 limit $8
     )
     select s.*, d.address from shown s join households d on d.station_id = $1 and d.id = s.household_id
     order by s.position, s.village_id, s.door_key, s.household_id`,
    [
      tx.stationId,
      snapshot.day,
      villageScope(session),
      villageId ?? null,
      groupOf(group),
      reach ?? null,
      skip,
      limit + 1,
    ],
  )
  const { page, next } = pageOf(rows, skip, limit)
  const ids = page.map((row) => row.household_id)
  await recordListed(tx, actor, 'figure.listed', ids, { of: 'household_coverage' })
  return {
    day: snapshot.day,
    narrowed: villageScope(session) !== null,
    items: page.map((row) => ({
      householdId: row.household_id,
      door: row.address,
      village: row.village,
      group: row.village_group,
      reach: row.state,
    })),
    next,
    total: rows[0]?.total ?? 0,
  }
}
