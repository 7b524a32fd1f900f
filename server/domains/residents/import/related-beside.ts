import type { PlannedRelation, PlannedRow } from './plan.ts'

type Related = { residentId: string; villageId: string; row: number; relationIds: string[] }

/**
 * Whose entry the relations of an import touch without a row of hers among `rows`: a head who is in the register, or in
 * a batch before. Nobody's entry is changed without an event of her own.
 */
export function relatedBeside(rows: PlannedRow[], relations: PlannedRelation[]): Related[] {
  const own = new Set(rows.map(({ plan }) => plan.residentId))
  const ids = new Set(relations.map(({ id }) => id))
  const beside = new Map<string, Related>()
  for (const { row, plan } of rows)
    for (const { id, fromId, toId } of plan.relations ?? [])
      for (const residentId of [fromId, toId]) {
        if (!ids.has(id) || own.has(residentId)) continue
        const found = beside.get(residentId)
        if (found) found.relationIds.push(id)
        else beside.set(residentId, { residentId, villageId: plan.villageId, row, relationIds: [id] })
      }
  return [...beside.values()]
}
