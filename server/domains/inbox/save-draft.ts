import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readScript } from '../scripts/views.ts'
import { attachableFiles } from './check-files.ts'
import { lockConversation, lockVisibleConversation } from './visibility.ts'

type ScriptVersion = { id: string; version: number }

export type DraftText = {
  kind: 'outbound' | 'note'
  body: string
  scripts?: ScriptVersion[]
  fileIds?: string[]
}

/**
 * Keeps what an officer has typed and attached, per conversation and kind; without text and files it is removed.
 * Nobody else's hand reaches it.
 */
export async function saveDraft(
  tx: Tx,
  session: OfficerSession,
  conversationId: string,
  draft: DraftText,
): Promise<{ savedAt: Date }> {
  const lock = draft.kind === 'note' ? lockVisibleConversation : lockConversation
  await lock(tx, session, conversationId)
  const savedAt = new Date()
  // A file that is not hers (any more) is left out: the words are what a draft keeps.
  const fileIds = await attachableFiles(tx, session, draft.fileIds ?? [])
  if (draft.body === '' && fileIds.length === 0) {
    await tx.client.query(
      'delete from drafts where station_id = $1 and conversation_id = $2 and officer_id = $3 and kind = $4',
      [tx.stationId, conversationId, session.officerId, draft.kind],
    )
    return { savedAt }
  }
  const key = { stationId: tx.stationId, conversationId, officerId: session.officerId, kind: draft.kind }
  const scripts = JSON.stringify(await knownScripts(tx, session, draft.scripts ?? []))
  const text = { body: draft.body, scripts, fileIds, savedAt }
  await tx.db
    .insertInto('drafts')
    .values({ ...key, ...text })
    .onConflict((conflict) =>
      conflict.columns(['stationId', 'conversationId', 'officerId', 'kind']).doUpdateSet(text),
    )
    .execute()
  return { savedAt }
}

/**
 * The scripts and versions the words were put together of, as far as the officer may see them. Any other is left out:
 * whether there is such a script is not told.
 */
async function knownScripts(
  tx: Tx,
  session: OfficerSession,
  scripts: ScriptVersion[],
): Promise<ScriptVersion[]> {
  const known: ScriptVersion[] = []
  for (const { id, version } of scripts) {
    const script = await readScript(tx, session, id).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'not_found') return null
      throw error
    })
    if (script?.versions.some((each) => each.version === version)) known.push({ id, version })
  }
  return known
}
