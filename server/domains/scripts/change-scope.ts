import type { ScriptScope } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkVillages } from './check-villages.ts'
import { lockScript } from './store.ts'

/** Who may send a script, and in which villages. Not by the one who drafted it: that would go round the approval. */
export async function changeScope(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  scope: ScriptScope,
): Promise<void> {
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用。')
  if ([script.draftedBy, script.approvedDraftedBy].includes(session.officerId)) {
    throw new AppError('forbidden', '自己起草的话术，使用范围要由另一位同事来改。')
  }
  if (scope.villageIds !== undefined) await checkVillages(tx, session, scope.villageIds)
  await tx.db
    .updateTable('scripts')
    .set({
      ...(scope.auxiliaryMay === undefined ? {} : { auxiliaryMay: scope.auxiliaryMay }),
      ...(scope.villageIds === undefined ? {} : { villageIds: scope.villageIds }),
    })
    .where('stationId', '=', tx.stationId)
    .where('id', '=', scriptId)
    .execute()
  await writeEvents(tx, actor, [
    {
      name: 'script.scope_changed',
      subject: { kind: 'script', id: scriptId },
      data: { auxiliaryMay: scope.auxiliaryMay ?? null, villages: scope.villageIds?.length ?? null },
    },
  ])
}
