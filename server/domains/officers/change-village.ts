import type { NewVillage, Village, VillageChange } from '../../../contract/officers.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { listVillages } from './views.ts'

/** Puts a village at the end of the station's list. Its code is its own within the station (`conflict`). */
export async function addVillage(tx: Tx, actor: Actor, given: NewVillage): Promise<Village> {
  const id = newId()
  const { code, name, aliases = [], latitude = null, longitude = null } = given
  const { rowCount } = await tx.client.query(
    `insert into villages (station_id, id, code, name, aliases, latitude, longitude, position)
     select $1, $2, $3, $4, $5, $6, $7, coalesce(max(position), 0) + 1 from villages where station_id = $1
     on conflict (station_id, code) do nothing`,
    [tx.stationId, id, code, name, aliases, latitude, longitude],
  )
  if (rowCount === 0) throw conflict('这个村代码已经有了。')
  return recordChange(tx, actor, id, Object.keys(given))
}

/** Changes what is given of a village. */
export async function changeVillage(
  tx: Tx,
  actor: Actor,
  id: string,
  change: VillageChange,
): Promise<Village> {
  const { name, aliases, latitude, longitude } = change
  const changed = await tx.db
    .updateTable('villages')
    .set({ name, aliases, latitude, longitude })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) throw notFound()
  return recordChange(tx, actor, id, Object.keys(change))
}

async function recordChange(tx: Tx, actor: Actor, id: string, fields: string[]): Promise<Village> {
  await writeEvents(tx, actor, [
    { name: 'village.changed', subject: { kind: 'village', id }, villageId: id, data: { fields } },
  ])
  const village = (await listVillages(tx)).find((each) => each.id === id)
  if (!village) throw notFound()
  return village
}
