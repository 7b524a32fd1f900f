import type { VillagePage } from '../../../../contract/places.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { Actor } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** What has become of a village's households lately, a split or merger once; that its people were shown is written down. */
export async function listVillageChanges(
  tx: Tx,
  actor: Actor,
  villageId: string,
): Promise<VillagePage['changes']> {
  const { rows } = await tx.client.query({
    name: 'village-changes',
    text: `select h.id, h.address, l.kind, l.on, r.id as person_id, r.name from (
             select c.household_id, c.kind, c.happened_on as on, c.resident_id, c.recorded_at from household_changes c
             join households h on h.station_id = $1 and h.id = c.household_id and h.village_id = $2
             where c.station_id = $1 and c.undone_at is null and c.kind not in ('split_from', 'merged_in')
             union all
             select m.household_id, m.began_how, m.began_on, m.resident_id, m.recorded_at from household_members m
             join households h on h.station_id = $1 and h.id = m.household_id and h.village_id = $2
             where m.station_id = $1 and m.began_how in ('born', 'married_in', 'moved_in') and m.began_change_id is null
               and m.tie = 'lives'
             union all
             select m.household_id, 'died', m.ended_on, m.resident_id, m.ended_recorded_at from household_members m
             join households h on h.station_id = $1 and h.id = m.household_id and h.village_id = $2
             where m.station_id = $1 and m.ended_how = 'died' and m.ended_change_id is null and m.tie = 'lives'
           ) l join households h on h.station_id = $1 and h.id = l.household_id
           left join residents r on r.station_id = $1 and r.id = l.resident_id
           order by l.on desc, l.recorded_at desc, l.resident_id limit 12`,
    values: [tx.stationId, villageId],
  })
  await recordListed(
    tx,
    actor,
    'resident.listed',
    rows.map((row) => row.person_id),
  )
  return rows.map((row) => ({
    householdId: row.id,
    address: row.address,
    kind: row.kind,
    on: row.on,
    person: row.person_id && { id: row.person_id, name: row.name },
  }))
}
