import type { Material } from '../../../../contract/services.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { contentKeys } from '../guide-content.ts'
import { replaceMaterials } from '../store.ts'
import type { DeliveredGuide } from './delivered-guides.ts'

/** Puts a delivered guide into the station; null when one with its code is there already. Residents read it at once. */
export async function createDelivered(tx: Tx, guide: DeliveredGuide): Promise<{ id: string } | null> {
  const { says } = guide
  const { rows } = await tx.client.query(
    `insert into guides (station_id, id, code, slug, category, name, summary, content, bookable, minutes, working_days,
       expires_on, position, delivered_version, delivered_hash)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, 1, $14)
     on conflict (station_id, code) do nothing returning id`,
    [
      ...[tx.stationId, newId(), guide.code, guide.slug, guide.category, says.name, says.summary],
      JSON.stringify(Object.fromEntries(contentKeys.map((key) => [key, says[key]]))),
      ...[says.bookable, says.minutes, says.workingDays, says.expiresOn, guide.position, guide.hash],
    ],
  )
  const added = rows[0] as { id: string } | undefined
  if (!added) return null
  await replaceMaterials(tx, added.id, (says.materials ?? []) as Material[])
  return added
}
