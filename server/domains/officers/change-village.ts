import type { EventName } from '../../../contract/event-names.ts'
import type { NewVillage, Village, VillageChange } from '../../../contract/officers.ts'
import { conflict, invalid, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findNameClash } from './rules.ts'
import { lockVillages } from './store.ts'
import { listAllVillages } from './views.ts'

/**
 * Puts a village at the end of the station's list. Throws `conflict` when its code is taken, or one of its names is
 * another village's.
 */
export async function addVillage(tx: Tx, actor: Actor, given: NewVillage): Promise<Village> {
  const id = newId()
  const { code, latitude = null, longitude = null } = given
  const { name, aliases } = namesOf(given.name, given.aliases)
  await lockVillages(tx)
  await refuseClash(tx, id, { name, aliases })
  const { rowCount } = await tx.client.query(
    `insert into villages (station_id, id, code, name, aliases, latitude, longitude, position)
     select $1, $2, $3, $4, $5, $6, $7, coalesce(max(position), 0) + 1 from villages where station_id = $1
     on conflict (station_id, code) do nothing`,
    [tx.stationId, id, code, name, aliases, latitude, longitude],
  )
  if (rowCount === 0) throw conflict('这个村代码已经有了。')
  return recordVillage(tx, actor, id, 'village.changed', { fields: Object.keys(given) })
}

/** Changes what is given of a village. Throws `conflict` when a name is another village's. */
export async function changeVillage(
  tx: Tx,
  actor: Actor,
  id: string,
  change: VillageChange,
): Promise<Village> {
  await lockVillages(tx)
  const known = (await listAllVillages(tx)).find((village) => village.id === id)
  if (!known) throw notFound()
  const { name, aliases } = namesOf(change.name ?? known.name, change.aliases ?? known.aliases)
  if (!known.retiredAt) await refuseClash(tx, id, { name, aliases })
  const { latitude, longitude } = change
  await tx.db
    .updateTable('villages')
    .set({ name, aliases, latitude, longitude })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .execute()
  return recordVillage(tx, actor, id, 'village.changed', { fields: Object.keys(change) })
}

/** Throws `conflict` when a village in use is already called so: the reading of a message could not tell them apart. */
export async function refuseClash(
  tx: Tx,
  id: string,
  names: { name: string; aliases: readonly string[] },
): Promise<void> {
  const others = (await listAllVillages(tx)).filter((village) => village.id !== id && !village.retiredAt)
  const clash = findNameClash(others, names)
  if (clash) throw conflict('这个村名或别名已经有别的村在用，换一个才分得清。', clash)
}

/** Writes the entry and returns the village as it is now. */
export async function recordVillage(
  tx: Tx,
  actor: Actor,
  id: string,
  name: EventName,
  data: Record<string, unknown> = {},
): Promise<Village> {
  await writeEvents(tx, actor, [{ name, subject: { kind: 'village', id }, villageId: id, data }])
  const village = (await listAllVillages(tx)).find((each) => each.id === id)
  if (!village) throw notFound()
  return village
}

/** Without blanks around them, and each alias once. */
function namesOf(given: string, aliases: readonly string[] = []): { name: string; aliases: string[] } {
  const name = given.trim()
  if (!name) throw invalid('请写村名。')
  const others = new Set(aliases.map((alias) => alias.trim()))
  return { name, aliases: [...others].filter((alias) => alias && alias !== name) }
}
