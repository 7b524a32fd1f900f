import type { OfficerSession } from '../../platform/auth/session.ts'
import { invalid } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listAllVillages } from '../officers/views.ts'

/** Throws `invalid` when one of the villages is not the station's, or not an auxiliary's own. Null means all of them. */
export async function checkVillages(
  tx: Tx,
  session: OfficerSession,
  villageIds: readonly string[] | null,
): Promise<void> {
  if (!villageIds) return
  const own = new Set(
    session.scope === 'villages' ? session.villageIds : (await listAllVillages(tx)).map(({ id }) => id),
  )
  if (villageIds.some((id) => !own.has(id))) throw invalid('选的村里有一个不归您管，请重新选择。')
}
