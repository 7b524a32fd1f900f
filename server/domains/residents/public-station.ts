import type { PublicStation } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { findNextStaffed } from '../officers/find-next-staffed.ts'
import { somebodyReads } from '../officers/somebody-reads.ts'
import { findStation, listVillages, staffedUntil } from '../officers/views.ts'

/**
 * What anybody may know of a station, and whether anybody reads at this moment: who is at the workbench is one thing,
 * who is rostered another. `askerAt` gives the contact that asks, since who reads depends on the village.
 */
export async function showPublicStation(
  context: Pick<Context, 'pool'>,
  code: string,
  askerAt: (stationId: string) => string | null,
  now = new Date(),
): Promise<PublicStation> {
  const station = await findStation(context.pool, code)
  if (!station || station.code !== code) throw notFound()
  return inStation(context.pool, station.id, async (tx) => {
    const villages = await listVillages(tx)
    const attended = await somebodyReads(tx, await villageOf(tx, askerAt(station.id)), now)
    const until = await staffedUntil(tx, now)
    const next = until ? null : await findNextStaffed(tx, now)
    const { id, name, phone, address, latitude, longitude, demo, settings } = station
    return {
      ...{ id, code, name, phone, address, latitude, longitude, demo, attended },
      villages: villages.map((village) => ({ id: village.id, name: village.name })),
      notice: String(settings['residentNotice'] ?? ''),
      staffedUntil: until?.toISOString() ?? null,
      staffedNextAt: next?.toISOString() ?? null,
    }
  })
}

async function villageOf(tx: Tx, contactId: string | null): Promise<string | null> {
  if (!contactId) return null
  const { rows } = await tx.client.query({
    name: 'village-of-contact',
    text: 'select village_id from contacts where station_id = $1 and id = $2',
    values: [tx.stationId, contactId],
  })
  return rows[0]?.village_id ?? null
}
