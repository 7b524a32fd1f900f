import type { Static } from 'typebox'
import type { RenderedScript } from '../../../contract/scripts.ts'
import type { ScriptVariable } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { fillScript } from './rules.ts'
import { readScript } from './views.ts'

/** The text as it would be sent with these values. 404 for what this officer may not see, 409 for what may not be sent. */
export async function renderScript(
  tx: Tx,
  session: OfficerSession,
  scriptId: string,
  values: Partial<Record<ScriptVariable, string>>,
): Promise<Static<typeof RenderedScript>> {
  const { script } = await readScript(tx, session, scriptId)
  if (script.state !== 'usable') throw conflict('这条话术没有审批、已过期或已停用，不能发送。')
  return { scriptId, version: script.version, ...fillScript(script.body, values) }
}
