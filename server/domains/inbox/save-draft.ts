import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readScript } from '../scripts/views.ts'
import { lockConversation } from './visibility.ts'

export type DraftText = {
  kind: 'outbound' | 'note'
  body: string
  scriptId?: string | null
  scriptVersion?: number | null
}

/** Keeps what an officer has typed, per conversation and kind; empty text removes it. Nobody else's hand reaches it. */
export async function saveDraft(
  tx: Tx,
  session: OfficerSession,
  conversationId: string,
  draft: DraftText,
): Promise<{ savedAt: Date }> {
  await lockConversation(tx, session, conversationId)
  const savedAt = new Date()
  const key = { stationId: tx.stationId, conversationId, officerId: session.officerId, kind: draft.kind }
  if (draft.body === '') {
    await tx.client.query(
      'delete from drafts where station_id = $1 and conversation_id = $2 and officer_id = $3 and kind = $4',
      [tx.stationId, conversationId, session.officerId, draft.kind],
    )
    return { savedAt }
  }
  const script = await scriptOf(tx, session, draft)
  const text = {
    body: draft.body,
    scriptId: script?.id ?? null,
    scriptVersion: script?.version ?? null,
    savedAt,
  }
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
 * The script and version the words began with, when the officer may see it. Any other is left out: the words are what a
 * draft keeps, and whether there is such a script is not told.
 */
async function scriptOf(
  tx: Tx,
  session: OfficerSession,
  { scriptId, scriptVersion }: DraftText,
): Promise<{ id: string; version: number } | null> {
  if (!scriptId || !scriptVersion) return null
  const script = await readScript(tx, session, scriptId).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'not_found') return null
    throw error
  })
  const known = script?.versions.some(({ version }) => version === scriptVersion)
  return known ? { id: scriptId, version: scriptVersion } : null
}
