import type { Village } from '../../../contract/officers.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { recordVillage, refuseClash } from './change-village.ts'
import { lockVillages } from './store.ts'
import { listAllVillages } from './views.ts'

/**
 * A village is offered for nothing new from now on; people and matters of before keep it, and its auxiliary goes on
 * seeing them. Throws `conflict` when it is retired already or the last one in use.
 */
export async function retireVillage(tx: Tx, actor: Actor, id: string): Promise<Village> {
  await lockVillages(tx)
  const villages = await listAllVillages(tx)
  const village = villages.find((each) => each.id === id)
  if (!village) throw notFound()
  if (village.retiredAt) throw conflict('这个村已经停用了。')
  if (villages.filter((each) => !each.retiredAt).length === 1) throw conflict('至少要留一个在用的村。')
  await setRetired(tx, id, new Date())
  return recordVillage(tx, actor, id, 'village.retired')
}

/** Takes a retirement back. Throws `conflict` when a village in use has got its name meanwhile. */
export async function restoreVillage(tx: Tx, actor: Actor, id: string): Promise<Village> {
  await lockVillages(tx)
  const village = (await listAllVillages(tx)).find((each) => each.id === id)
  if (!village) throw notFound()
  if (!village.retiredAt) throw conflict('这个村没有停用，不用恢复。')
  await refuseClash(tx, id, village)
  await setRetired(tx, id, null)
  return recordVillage(tx, actor, id, 'village.restored')
}

async function setRetired(tx: Tx, id: string, retiredAt: Date | null): Promise<void> {
  await tx.db
    .updateTable('villages')
    .set({ retiredAt })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
}
