import { newId } from '../../../platform/id.ts'
import { addDays, stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { insertVersion } from './insert-version.ts'
import { starterTemplates } from './starter/templates.ts'

/** A delivered template is to be read by the station within a quarter: laws and numbers move. */
const firstReviewDays = 90

/**
 * Puts the delivered templates into a station that does not have them yet (told by their keys) and returns how many.
 * Nobody owns them until somebody does; with `ownerId` they have an owner at once (the demo town).
 */
export async function loadStarterTemplates(
  tx: Tx,
  options: { ownerId?: string; now?: Date } = {},
): Promise<number> {
  let loaded = 0
  const reviewOn = addDays(stationDay(options.now ?? new Date()), firstReviewDays)
  for (const { key, ...content } of starterTemplates) {
    const id = newId()
    const added = await tx.db
      .insertInto('broadcastTemplates')
      .values({ stationId: tx.stationId, id, key })
      .onConflict((conflict) => conflict.columns(['stationId', 'key']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) continue
    await insertVersion(tx, id, 1, { ...content, reviewOn, ownerId: options.ownerId ?? null }, null)
    loaded++
  }
  return loaded
}
