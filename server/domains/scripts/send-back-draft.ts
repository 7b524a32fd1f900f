import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { insertStep, lockScript } from './store.ts'

/** A second person says what is not good yet; whoever mends it writes a new version, and this one stays as it was. */
export async function sendBackDraft(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用。')
  if (version !== script.newest || script.approved === version || script.standing !== 'waiting')
    throw conflict('这个版本已经有人看过，或者又有了新的修改，请刷新后再看。', { scriptId })
  if (script.draftedBy === session.officerId)
    throw new AppError('forbidden', '自己起草的不用退回，直接修改就可以。', { scriptId })
  const words = reason.trim()
  await insertStep(tx, { scriptId, version, kind: 'sent_back', officerId: session.officerId, words })
  await writeEvents(tx, actor, [
    { name: 'script.sent_back', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
}
