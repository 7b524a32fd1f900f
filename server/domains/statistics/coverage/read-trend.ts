import type { CoverageTrend } from '../../../../contract/coverage.ts'
import { addDays } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { refreshReach } from './refresh-reach.ts'
import { snapshotOf } from './snapshot.ts'

const weeks = 52

/**
 * How coverage stood at the end of every seventh day of a year, the last one the day asked for: computed from since when
 * each household is within reach, so that what is recorded late mends the past too. Households on which nothing has
 * moved since the first of those days are counted once; of the others each beginning and end is a step.
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
  const { rows } = await tx.client.query<{
    week: number
    resident: number
    reached: number
    perhaps: number
  }>(
    `with own as materialized (
       select h.since_on, h.until_on, h.reached, h.perhaps, h.moved_on from household_reach h
       where h.station_id = $1 ${villageId ? 'and h.village_id = $4' : ''}
     ), steps as (
       select $2::date as at, count(*) filter (where until_on is null or until_on > $2::date) as resident,
         count(*) filter (where reached @> $2::date) as reached, count(*) filter (where perhaps @> $2::date) as perhaps
       from own where moved_on <= $2::date
       union all select since_on, count(*), 0, 0 from own where moved_on > $2::date group by since_on
       union all select until_on, -count(*), 0, 0 from own where moved_on > $2::date and until_on is not null group by until_on
       union all select b.at, 0, sum(b.n), 0 from own, unnest(reached) r, lateral (values (lower(r), 1), (upper(r), -1)) b(at, n)
         where moved_on > $2::date and b.at is not null group by b.at
       union all select b.at, 0, 0, sum(b.n) from own, unnest(perhaps) r, lateral (values (lower(r), 1), (upper(r), -1)) b(at, n)
         where moved_on > $2::date and b.at is not null group by b.at
     )
     select greatest(0, ceil((at - $2::date) / 7.0))::int as week, sum(resident)::int as resident, sum(reached)::int as reached,
       sum(perhaps)::int as perhaps
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
