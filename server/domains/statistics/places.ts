import type { Tx } from '../../platform/tenancy.ts'
import { unknownVillage } from './words.ts'

/** The station's villages in their order, and 'unknown' as a row of its own. */
export async function listPlaces(tx: Tx): Promise<{ key: string; name: string }[]> {
  const villages = await tx.db
    .selectFrom('villages')
    .select(['id as key', 'name'])
    .where('stationId', '=', tx.stationId)
    .orderBy('position')
    .orderBy('code')
    .execute()
  return [...villages, { key: 'unknown', name: unknownVillage }]
}
