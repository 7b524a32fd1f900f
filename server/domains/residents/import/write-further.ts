import type { Tx } from '../../../platform/tenancy.ts'
import { createKin, type KnownRelation } from './known-kin.ts'
import type { PlannedPhone, PlannedRelation, PlannedRow } from './plan.ts'
import { plainNumber } from './read-place.ts'
import { kinKinds } from './read-relation.ts'

/** Writes the further numbers of people whose rows were just written; not one she has got since. Returns what it wrote. */
export async function writePhones(
  tx: Tx,
  rows: PlannedRow[],
  officerId: string | null,
): Promise<PlannedPhone[]> {
  const asked = rows.flatMap(({ plan }) =>
    (plan.phones ?? []).map((phone) => ({ ...phone, residentId: plan.residentId })),
  )
  if (asked.length === 0) return []
  const { rows: there } = await tx.client.query(
    `select id, phone from residents where station_id = $1 and id = any ($2::uuid[])
     union all select resident_id, phone from resident_phones where station_id = $1 and resident_id = any ($2::uuid[]) and ended_at is null`,
    [tx.stationId, asked.map(({ residentId }) => residentId)],
  )
  const has = new Set(there.map(({ id, phone }) => `${id} ${plainNumber(phone)}`))
  const fresh = asked.filter(({ residentId, phone }) => !has.has(`${residentId} ${phone}`))
  await tx.client.query({
    name: 'import-phones',
    text: `insert into resident_phones (station_id, id, resident_id, phone, whose, recorded_by)
           select $1, n.id, n.resident_id, n.phone, 'own', $2
           from unnest($3::uuid[], $4::uuid[], $5::text[]) as n(id, resident_id, phone) on conflict (station_id, id) do nothing`,
    values: [
      ...[tx.stationId, officerId],
      fresh.map(({ id }) => id),
      fresh.map(({ residentId }) => residentId),
      fresh.map(({ phone }) => phone),
    ],
  })
  return fresh
}

/**
 * Writes the relations of rows that were just written, where both are still in the register and nobody has said anything
 * of the two since. Returns what it wrote.
 */
export async function writeRelations(
  tx: Tx,
  rows: PlannedRow[],
  officerId: string | null,
): Promise<PlannedRelation[]> {
  const asked = rows.flatMap(({ plan }) => plan.relations ?? [])
  if (asked.length === 0) return []
  const people = [...new Set(asked.flatMap(({ fromId, toId }) => [fromId, toId]))]
  // Held until the commit: whoever records a relation by hand waits for them too.
  const { rows: living } = await tx.client.query(
    `select id from residents where station_id = $1 and id = any ($2::uuid[]) and merged_into_id is null and died_on is null
     order by id for share`,
    [tx.stationId, people],
  )
  const there = new Set(living.map(({ id }) => id))
  const { rows: known } = await tx.client.query<KnownRelation>(
    `select from_id as "fromId", to_id as "toId", kind from resident_relations
     where station_id = $1 and from_id = any ($2::uuid[]) and to_id = any ($2::uuid[]) and ended_at is null and kind = any ($3::text[])`,
    [tx.stationId, people, kinKinds],
  )
  const kin = createKin(known)
  const fresh = asked.filter(
    (relation) => there.has(relation.fromId) && there.has(relation.toId) && kin.compare(relation) === null,
  )
  await tx.client.query({
    name: 'import-relations',
    text: `insert into resident_relations (station_id, id, from_id, to_id, kind, recorded_by)
           select $1, n.id, n.from_id, n.to_id, n.kind, $2
           from unnest($3::uuid[], $4::uuid[], $5::uuid[], $6::text[]) as n(id, from_id, to_id, kind) on conflict do nothing`,
    values: [
      ...[tx.stationId, officerId],
      fresh.map(({ id }) => id),
      fresh.map(({ fromId }) => fromId),
      fresh.map(({ toId }) => toId),
      fresh.map(({ kind }) => kind),
    ],
  })
  return fresh
}
