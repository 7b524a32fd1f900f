import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { tidyDraft } from './check-draft.ts'
import { starterScripts } from './starter/scripts.ts'
import { insertStep, insertVersion } from './store.ts'

/**
 * Puts the delivered scripts into a station that does not have them yet (told by their codes) and returns how many.
 * They wait for an officer who reads and approves them; with `approvedBy` they are approved at once (the demo town).
 */
export async function loadStarterScripts(tx: Tx, options: { approvedBy?: string } = {}): Promise<number> {
  let loaded = 0
  for (const script of starterScripts) {
    const id = newId()
    const added = await tx.db
      .insertInto('scripts')
      .values({
        stationId: tx.stationId,
        id,
        code: script.code,
        scenario: script.scenario,
        auxiliaryMay: script.auxiliaryMay,
      })
      .onConflict((conflict) => conflict.columns(['stationId', 'code']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!added) continue
    await insertVersion(tx, id, 1, tidyDraft(script), null)
    await insertStep(tx, { scriptId: id, version: 1, kind: 'submitted', officerId: null })
    if (options.approvedBy) {
      await tx.db
        .insertInto('scriptApprovals')
        .values({ stationId: tx.stationId, scriptId: id, version: 1, approvedBy: options.approvedBy })
        .execute()
    }
    loaded++
  }
  return loaded
}
