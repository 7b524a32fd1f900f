import { parted } from '../parted.ts'

/**
 * SQL: the households of which somebody can be reached now, as `household_id`: what the figure household_coverage
 * counts today. $1 is the station; `village` is SQL for the village asked for, null for all.
 */
export const reachedNow = (village: string) => `select distinct r.household_id
  from contacts t
  join residents r on r.station_id = $1 and r.id = t.resident_id
  join households rh on rh.station_id = $1 and rh.id = r.household_id and (${village}::uuid is null or rh.village_id = ${village}::uuid)
  where t.station_id = $1 and t.removed_at is null and t.opted_out_at is null and not ${parted('t', 'now()')}`
