import type { StationChange } from '../../../contract/officers.ts'
import { notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findStation, type StationFacts } from './views.ts'

/** Changes what is given of the station; settings that are not named stay. */
export async function changeStation(tx: Tx, actor: Actor, change: StationChange): Promise<StationFacts> {
  const { settings, ...facts } = change
  // Named one by one: the row of stations has columns that no request may set.
  const { name, phone, address, latitude, longitude } = facts
  await tx.db
    .updateTable('stations')
    .set((eb) => ({
      name,
      phone,
      address,
      latitude,
      longitude,
      settings: eb('settings', '||', eb.val(JSON.stringify(settings ?? {}))),
    }))
    .where('id', '=', tx.stationId)
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'station.configured',
      subject: { kind: 'station', id: tx.stationId },
      data: { fields: Object.keys(facts), settings: Object.keys(settings ?? {}) },
    },
  ])
  const station = await findStation(tx, tx.stationId)
  if (!station) throw notFound()
  return station
}
