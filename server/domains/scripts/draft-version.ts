import type { NewScriptVersion } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkDraft } from './check-draft.ts'
import { insertVersion, lockScript } from './store.ts'

/** The next draft of a script. The approved version stays in use until a second person has approved this one. */
export async function draftVersion(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  scriptId: string,
  input: NewScriptVersion,
): Promise<{ version: number }> {
  const draft = checkDraft(input)
  const script = await lockScript(tx, scriptId)
  if (script.retiredAt) throw conflict('这条话术已经停用，不能再修改。需要的话请新建一条。')
  const version = script.newest + 1
  await insertVersion(tx, scriptId, version, draft, session.officerId)
  await writeEvents(tx, actor, [
    { name: 'script.drafted', subject: { kind: 'script', id: scriptId }, data: { version } },
  ])
  return { version }
}
