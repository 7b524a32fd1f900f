import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { PlannedRelation, PlannedRow } from './plan.ts'

/**
 * Takes the telephones and relations of an import away again, before the people they hang on; refused when somebody
 * ended or moved one of them since. Returns the relations that went.
 */
export async function undoFurther(tx: Tx, rows: PlannedRow[]): Promise<PlannedRelation[]> {
  const phones = rows.flatMap(({ plan }) =>
    (plan.phones ?? []).map(({ id }) => ({ id, residentId: plan.residentId })),
  )
  const relations = rows.flatMap(({ plan }) => plan.relations ?? [])
  if (phones.length + relations.length === 0) return []
  const phoneIds = phones.map(({ id }) => id)
  const relationIds = relations.map(({ id }) => id)
  await tx.client.query(
    `delete from resident_phones p using unnest($2::uuid[], $3::uuid[]) as n(id, resident_id)
     where p.station_id = $1 and p.id = n.id and p.resident_id = n.resident_id and p.ended_at is null`,
    [tx.stationId, phoneIds, phones.map(({ residentId }) => residentId)],
  )
  const { rows: gone } = await tx.client.query(
    `delete from resident_relations l using unnest($2::uuid[], $3::uuid[], $4::uuid[]) as n(id, from_id, to_id)
     where l.station_id = $1 and l.id = n.id and l.from_id = n.from_id and l.to_id = n.to_id and l.ended_at is null returning l.id`,
    [tx.stationId, relationIds, relations.map(({ fromId }) => fromId), relations.map(({ toId }) => toId)],
  )
  const { rows: left } = await tx.client.query(
    `select (select count(*) from resident_phones where station_id = $1 and id = any ($2::uuid[]))
       + (select count(*) from resident_relations where station_id = $1 and id = any ($3::uuid[])) as count`,
    [tx.stationId, phoneIds, relationIds],
  )
  const changed = Number(left[0].count)
  if (changed > 0)
    throw conflict(`导入的其他电话和亲属关系里有 ${changed} 条后来改过，不能整份撤销。请逐个改。`)
  const went = new Set(gone.map(({ id }) => id))
  return relations.filter(({ id }) => went.has(id))
}
