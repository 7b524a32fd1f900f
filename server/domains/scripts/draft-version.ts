import type { NewScriptVersion } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkDraft } from './check-draft.ts'
import { checkScriptFiles } from './script-files.ts'
import { insertVersion, lockScript, rewriteVersion } from './store.ts'
import { submitNewest } from './submit-draft.ts'
import { findShown } from './views.ts'

/**
 * The next draft of a script; an own one that nobody was asked to look at is written anew. The approved version stays
 * in use until a second person has approved this one. Throws `conflict` when somebody wrote one after `since`.
 */
export async function draftVersion(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  { submit, since, files: given, ...input }: NewScriptVersion,
): Promise<{ version: number }> {
  await findShown(tx, session, scriptId)
  const script = await lockScript(tx, scriptId)
  const draft = checkDraft(script.library, input)
  if (script.retiredAt) throw conflict('这条话术已经停用，不能再修改。需要的话请新建一条。')
  if (since !== undefined && Date.parse(since) !== script.draftedAt.getTime())
    throw conflict('这条话术刚刚被同事改过，您写的没有保存。请先抄下来，关掉窗口看过最新的一版再改。', {
      scriptId,
    })
  const unseen =
    script.newest !== script.approved && script.standing === 'draft' && script.draftedBy === session.officerId
  const version = unseen ? script.newest : script.newest + 1
  const files = await checkScriptFiles(tx, session.officerId, scriptId, given)
  if (unseen) await rewriteVersion(tx, scriptId, version, draft, files)
  else await insertVersion(tx, scriptId, version, draft, session.officerId, files)
  await writeEvents(tx, actor, [
    { name: 'script.drafted', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
  if (submit !== false) await submitNewest(tx, actor, session.officerId, scriptId, version)
  return { version }
}
