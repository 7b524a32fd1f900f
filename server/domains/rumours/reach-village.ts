import type { Tx } from '../../platform/tenancy.ts'
import type { FoundRumour } from './find-rumour.ts'

/** It is asked in a village more: who looks after that one sees it from now on. */
export async function reachVillage(tx: Tx, rumour: FoundRumour, villageId: string | null): Promise<void> {
  if (!villageId || rumour.villageIds === null || rumour.villageIds.includes(villageId)) return
  await tx.client.query(
    'update rumours set village_ids = village_ids || $3::uuid where station_id = $1 and id = $2',
    [tx.stationId, rumour.id, villageId],
  )
}
