import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listAllVillages } from '../officers/views.ts'

/** Throws `invalid` when one of the villages is not the station's. Null means all of them. */
export async function checkVillages(tx: Tx, villageIds: readonly string[] | null): Promise<void> {
  if (!villageIds) return
  const own = new Set((await listAllVillages(tx)).map((village) => village.id))
  if (villageIds.some((id) => !own.has(id))) throw invalid('选的村里有一个不属于本所，请重新选择。')
}
