import type { NewScript } from '../../../contract/scripts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { checkDraft } from './check-draft.ts'
import { checkVillages } from './check-villages.ts'
import { codePrefixes, nextCode } from './rules.ts'
import { checkScriptFiles } from './script-files.ts'
import { insertVersion } from './store.ts'
import { submitNewest } from './submit-draft.ts'

/** A new script with its first draft, under the next code of its library. Nobody can send it before it is approved. */
export async function draftScript(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { submit, library, auxiliaryMay, villageIds, files, ...input }: NewScript,
): Promise<{ id: string }> {
  const draft = checkDraft(library, input)
  await checkVillages(tx, session, villageIds)
  // Two drafts at once would read the same highest code; the second waits here.
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `script code ${tx.stationId}`,
  ])
  const taken = await tx.db
    .selectFrom('scripts')
    .select('code')
    .where('stationId', '=', tx.stationId)
    .where('code', 'like', `${codePrefixes[library]}%`)
    .execute()
  const id = newId()
  await tx.db
    .insertInto('scripts')
    .values({
      stationId: tx.stationId,
      id,
      code: nextCode(
        library,
        taken.map((script) => script.code),
      ),
      scenario: library,
      auxiliaryMay,
      villageIds,
    })
    .execute()
  const kept = await checkScriptFiles(tx, session.officerId, null, files)
  await insertVersion(tx, id, 1, draft, session.officerId, kept)
  await writeEvents(tx, actor, [
    { name: 'script.drafted', subject: { kind: 'script', id }, data: { version: 1 } },
  ])
  if (submit !== false) await submitNewest(tx, actor, session.officerId, id, 1)
  return { id }
}
