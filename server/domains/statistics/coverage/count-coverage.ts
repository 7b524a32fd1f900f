import type { HouseholdCounts } from '../../../../contract/coverage.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { householdState } from './household-state.ts'
import { refreshReach } from './refresh-reach.ts'

export type GroupCounts = HouseholdCounts & { villageId: string; group: string }

const states = ['reached', 'perhaps', 'away', 'phoneless', 'open', 'departed']
const numberOf = (condition: string) => `coalesce(sum(n) filter (where ${condition}), 0)::int`

/** How the households of every group stood at the end of a day (today: now). */
export async function countCoverage(tx: Tx, day: string, villageId: string | null): Promise<GroupCounts[]> {
  await refreshReach(tx)
  const ofVillage = villageId ? 'and village_id = $3' : ''
  const { rows } = await tx.client.query({
    name: villageId ? 'count-coverage-of-village' : 'count-coverage',
    // What has settled by then is counted already; of the others one is taken away again and counted as it stood.
    text: `with parts as (
        select village_id, village_group, settles_as as state, households as n from household_reach_counts
        where station_id = $1 ${ofVillage}
        union all
        select h.village_id, h.village_group, b.state, b.n
        from household_reach h cross join lateral (values (h.settles_as, -1), (${householdState}, 1)) b(state, n)
        where h.station_id = $1 ${ofVillage} and h.moved_on > $2::date and b.state is not null
      )
      select village_id as "villageId", village_group as "group", ${numberOf(`state <> 'departed'`)} as resident,
        ${states.map((state) => `${numberOf(`state = '${state}'`)} as ${state}`).join(', ')}
      from parts group by village_id, village_group having sum(n) > 0`,
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
