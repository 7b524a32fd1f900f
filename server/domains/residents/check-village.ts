import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listVillages } from '../officers/views.ts'

/** Throws when the village is not one of the station's. Null, "unknown", is fine. */
export async function checkVillage(tx: Tx, villageId: string | null | undefined): Promise<void> {
  if (!villageId) return
  const villages = await listVillages(tx)
  if (!villages.some(({ id }) => id === villageId)) throw invalid('没有这个村，请从列表里选。')
}
