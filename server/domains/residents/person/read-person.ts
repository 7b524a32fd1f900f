import type { ResidentMergeLine, ResidentPhone, ResidentRelation } from '../../../../contract/person.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { inScope, villageScope } from '../visibility.ts'

/** The further numbers of a person, her own first. */
export async function readPhones(tx: Tx, residentId: string): Promise<ResidentPhone[]> {
  const { rows } = await tx.client.query({
    name: 'phones-of-resident',
    text: `select id, phone, whose, note from resident_phones
           where station_id = $1 and resident_id = $2 and ended_at is null
           order by array_position('{own,family,neighbour,committee}', whose), recorded_at, id`,
    values: [tx.stationId, residentId],
  })
  return rows
}

/** Who is what to her, from both sides; somebody this officer may not see is left out. */
export async function readRelations(
  tx: Tx,
  session: OfficerSession,
  residentId: string,
): Promise<ResidentRelation[]> {
  const { rows } = await tx.client.query({
    name: 'relations-of-resident',
    text: `select l.id, l.kind, l.note, l.from_id = $2 as outward, r.id as other_id, r.name as other_name
           from resident_relations l
           join residents r on r.station_id = $1 and r.id = case when l.from_id = $2 then l.to_id else l.from_id end
           left join households h on h.station_id = $1 and h.id = r.household_id
           where l.station_id = $1 and $2 in (l.from_id, l.to_id) and l.ended_at is null and r.merged_into_id is null
             and ${inScope('h.village_id', 3)}
           order by l.recorded_at, l.id`,
    values: [tx.stationId, residentId, villageScope(session)],
  })
  return rows.map(({ id, kind, note, outward, other_id, other_name }) => ({
    ...{ id, kind, note, outward, other: { id: other_id, name: other_name } },
  }))
}

/** Entries that became part of this one and are still, the newest first: that is the order in which they can be undone. */
export async function readMerges(tx: Tx, residentId: string): Promise<ResidentMergeLine[]> {
  const { rows } = await tx.client.query({
    name: 'merges-of-resident',
    text: `select m.id, r.name, o.name as officer, m.merged_at from resident_merges m
           join residents r on r.station_id = $1 and r.id = m.gone_id
           join officers o on o.station_id = $1 and o.id = m.merged_by
           where m.station_id = $1 and m.kept_id = $2 and m.undone_at is null order by m.merged_at desc`,
    values: [tx.stationId, residentId],
  })
  return rows.map(({ id, name, officer, merged_at }) => ({
    ...{ id, name, mergedBy: officer, mergedAt: merged_at.toISOString() },
  }))
}
