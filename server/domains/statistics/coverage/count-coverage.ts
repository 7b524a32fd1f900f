import type { HouseholdCounts } from '../../../../contract/coverage.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { householdState } from './household-state.ts'
import { refreshReach } from './refresh-reach.ts'

export type GroupCounts = HouseholdCounts & { villageId: string; group: string }

/** How the households of every group stood at the end of a day (today: now). */
export async function countCoverage(tx: Tx, day: string, villageId: string | null): Promise<GroupCounts[]> {
  await refreshReach(tx)
  const { rows } = await tx.client.query({
    name: villageId ? 'count-coverage-of-village' : 'count-coverage',
    text: `select village_id as "villageId", village_group as "group", count(*) filter (where state <> 'departed')::int as resident,
        ${['reached', 'perhaps', 'away', 'phoneless', 'open', 'departed'].map((state) => `count(*) filter (where state = '${state}')::int as ${state}`).join(', ')}
      from (select h.village_id, h.village_group, ${householdState} as state from household_reach h
        where h.station_id = $1 ${villageId ? 'and h.village_id = $3' : ''}) h
      where state is not null group by village_id, village_group`,
    values: [tx.stationId, day, ...(villageId ? [villageId] : [])],
  })
  return rows
}

export const nobody: HouseholdCounts = {
  resident: 0,
  reached: 0,
  perhaps: 0,
  away: 0,
  phoneless: 0,
  open: 0,
  departed: 0,
}

export function addCounts(counts: HouseholdCounts[]): HouseholdCounts {
  const sum = { ...nobody }
  for (const each of counts)
    for (const key of Object.keys(nobody) as (keyof HouseholdCounts)[]) sum[key] += each[key]
  return sum
}
