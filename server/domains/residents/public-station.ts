import type { PublicStation } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { findNextStaffed } from '../officers/find-next-staffed.ts'
import { findStation, isStaffed, listVillages } from '../officers/views.ts'

/** What anybody may know of a station, and whether anybody reads at this moment: never promised, always as rostered. */
export async function showPublicStation(
  context: Pick<Context, 'pool'>,
  code: string,
  now = new Date(),
): Promise<PublicStation> {
  const station = await findStation(context.pool, code)
  if (!station || station.code !== code) throw notFound()
  return inStation(context.pool, station.id, async (tx) => {
    const villages = await listVillages(tx)
    const staffed = await isStaffed(tx, now)
    const next = staffed ? null : await findNextStaffed(tx, now)
    const { id, name, phone, address, latitude, longitude, demo, settings } = station
    return {
      ...{ id, code, name, phone, address, latitude, longitude, demo, staffed },
      villages: villages.map((village) => ({ id: village.id, name: village.name })),
      notice: String(settings['residentNotice'] ?? ''),
      staffedNextAt: next?.toISOString() ?? null,
    }
  })
}
