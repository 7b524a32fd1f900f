import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { insertStep, lockScript } from './store.ts'
import { findShown } from './views.ts'

/** The one who wrote the newest draft asks a second person to look at it. */
export async function submitDraft(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  version: number,
): Promise<void> {
  await findShown(tx, session, scriptId)
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用。')
  if (version !== script.newest || script.approved === version || script.standing === 'waiting')
    throw conflict('这条话术已经送审，或者又有了新的修改，请刷新后再看。', { scriptId })
  if (script.standing === 'sent_back')
    throw conflict('这个版本已经退回，请先改好，再送审新的一版。', { scriptId })
  if (script.draftedBy !== session.officerId)
    throw new AppError('forbidden', '这份草稿由起草的人自己送审。', { scriptId })
  await submitNewest(tx, actor, session.officerId, scriptId, version)
}

export async function submitNewest(
  tx: Tx,
  actor: Actor,
  officerId: string | null,
  scriptId: string,
  version: number,
): Promise<void> {
  await insertStep(tx, { scriptId, version, kind: 'submitted', officerId })
  await writeEvents(tx, actor, [
    { name: 'script.submitted', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
}
