import type { CoverageTrend } from '../../../../contract/coverage.ts'
import { addDays } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { refreshReach } from './refresh-reach.ts'
import { snapshotOf } from './snapshot.ts'

const weeks = 52

/**
 * How coverage stood at the end of every seventh day of a year, the last one the day asked for: computed from since when
 * each household is within reach, so that what is recorded late mends the past too. Households on which nothing has
 * moved since the first of those days are in the counts; of the others each beginning and end is a step.
 */
export async function readTrend(
  tx: Tx,
  villageId: string | undefined,
  day: string | undefined,
  now: Date,
): Promise<CoverageTrend> {
  const last = snapshotOf(day, now).day
  const first = addDays(last, -7 * weeks)
  await refreshReach(tx)
  const ofVillage = villageId ? 'and village_id = $4' : ''
  const { rows } = await tx.client.query<{
    week: number
    resident: number
    reached: number
    perhaps: number
  }>(
    `with moving as materialized (
       select h.since_on, h.until_on, h.reached, h.perhaps, h.settles_as from household_reach h
       where h.station_id = $1 and h.moved_on > $2::date ${ofVillage}
     ), steps as (
       select $2::date as at, sum(households) filter (where settles_as <> 'departed') as resident,
         sum(households) filter (where settles_as = 'reached') as reached, sum(households) filter (where settles_as = 'perhaps') as perhaps
       from household_reach_counts where station_id = $1 ${ofVillage}
       union all select $2::date, -count(*) filter (where settles_as <> 'departed'), -count(*) filter (where settles_as = 'reached'),
         -count(*) filter (where settles_as = 'perhaps') from moving
       union all select since_on, count(*), 0, 0 from moving group by since_on
       union all select until_on, -count(*), 0, 0 from moving where until_on is not null group by until_on
       union all select b.at, 0, sum(b.n), 0 from moving, unnest(reached) r, lateral (values (lower(r), 1), (upper(r), -1)) b(at, n)
         where b.at is not null group by b.at
       union all select b.at, 0, 0, sum(b.n) from moving, unnest(perhaps) r, lateral (values (lower(r), 1), (upper(r), -1)) b(at, n)
         where b.at is not null group by b.at
     )
     select greatest(0, ceil((at - $2::date) / 7.0))::int as week, coalesce(sum(resident), 0)::int as resident,
       coalesce(sum(reached), 0)::int as reached, coalesce(sum(perhaps), 0)::int as perhaps
     from steps where at <= $3::date group by 1`,
    [tx.stationId, first, last, ...(villageId ? [villageId] : [])],
  )
  const standing = { resident: 0, reached: 0, perhaps: 0 }
  return {
    weeks: Array.from({ length: weeks + 1 }, (_, week) => {
      const step = rows.find((row) => row.week === week)
      standing.resident += step?.resident ?? 0
      standing.reached += step?.reached ?? 0
      standing.perhaps += step?.perhaps ?? 0
      return { day: addDays(first, 7 * week), ...standing }
    }),
  }
}
