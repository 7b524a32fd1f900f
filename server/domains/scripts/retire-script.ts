import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { insertStep, lockScript } from './store.ts'

/** Takes a script out of use for good. Messages that were sent keep their words and version. */
export async function retireScript(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  reason = '',
): Promise<void> {
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用。')
  await tx.db
    .updateTable('scripts')
    .set({ retiredAt: new Date(), retiredBy: session.officerId })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', scriptId)
    .execute()
  await insertStep(tx, {
    scriptId,
    version: script.approved ?? script.newest,
    kind: 'withdrawn',
    officerId: session.officerId,
    words: reason.trim(),
  })
  await writeEvents(tx, actor, [{ name: 'script.retired', subject: { kind: 'script', id: scriptId } }])
}
