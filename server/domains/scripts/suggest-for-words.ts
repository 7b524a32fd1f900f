import type { Static } from 'typebox'
import type { SuggestedForWords, WordsForScripts } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { filesOfScripts } from './script-files.ts'
import { suggestScripts } from './suggest-scripts.ts'

/** Scripts for what an officer was told elsewhere and typed or pasted; the words are kept nowhere. */
export async function suggestForWords(
  tx: Tx,
  session: OfficerSession,
  { text, villageId }: Static<typeof WordsForScripts>,
): Promise<Static<typeof SuggestedForWords>> {
  const found = await suggestScripts(tx, { text, scenario: null, villageId, role: session.role })
  const files = await filesOfScripts(tx, found)
  const items = found.map(({ scriptId, version, title, scenario, body, because }) => {
    return { scriptId, version, title, scenario, body, because, files: files.get(scriptId) ?? [] }
  })
  return { items }
}
