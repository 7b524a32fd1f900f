import type { Village } from '../../../contract/officers.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { lockVillages } from './store.ts'
import { listAllVillages } from './views.ts'

/**
 * Puts the villages in this order in every list. All of them must be named (`conflict`): somebody may have added one.
 * Throws `not_found` for a village of no list.
 */
export async function orderVillages(
  tx: Tx,
  actor: Actor,
  villageIds: readonly string[],
): Promise<{ items: Village[] }> {
  await lockVillages(tx)
  const known = new Set((await listAllVillages(tx)).map(({ id }) => id))
  if (!villageIds.every((id) => known.has(id))) throw notFound()
  if (known.size !== villageIds.length) throw conflict('村的名单刚才有变动，请看过最新的名单再排。')
  await tx.client.query(
    `update villages v set position = o.place from unnest($2::uuid[]) with ordinality as o(id, place)
     where v.station_id = $1 and v.id = o.id`,
    [tx.stationId, villageIds],
  )
  await writeEvents(tx, actor, [
    {
      name: 'village.changed',
      subject: { kind: 'station', id: tx.stationId },
      data: { fields: ['position'] },
    },
  ])
  return { items: await listAllVillages(tx) }
}
