import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Plan, PlannedRow } from './plan.ts'

/**
 * Founds the households the rows need and returns the rows that still hold: a door somebody recorded after the rows were
 * compared is not founded a second time, and a household that has moved out takes nobody in.
 */
export async function writeHouseholds(tx: Tx, rows: PlannedRow[]): Promise<PlannedRow[]> {
  const founded = new Map<string, NonNullable<Plan['founds']>>()
  for (const { plan } of rows) if (plan.founds) founded.set(plan.founds.id, plan.founds)
  const all = [...founded.values()]
  await tx.client.query({
    name: 'import-households',
    text: `insert into households (station_id, id, village_id, village_group, address, resident_since_on)
           select $1, n.id, n.village_id, n.village_group, n.address, $2
           from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::bool[]) as n(id, village_id, village_group, address, another)
           where n.another or not exists (select from households h where h.station_id = $1 and h.village_id = n.village_id
             and h.address = n.address and h.resident_until_on is null)
           on conflict (station_id, id) do nothing`,
    values: [
      ...[tx.stationId, stationDay(new Date())],
      all.map(({ id }) => id),
      all.map(({ villageId }) => villageId),
      all.map(({ group }) => group),
      all.map(({ address }) => address),
      all.map(({ another }) => another),
    ],
  })
  const wanted = new Set(rows.flatMap(({ plan }) => (plan.joins ? [plan.joins.householdId] : [])))
  const { rows: open } = await tx.client.query({
    name: 'import-open-households',
    text: `select id from households where station_id = $1 and id = any ($2::uuid[]) and resident_until_on is null for share`,
    values: [tx.stationId, [...wanted]],
  })
  const there = new Set(open.map(({ id }) => id))
  return rows.filter(({ plan }) => !plan.joins || there.has(plan.joins.householdId))
}
