import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
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
  const text = {
    body: draft.body,
    scriptId: draft.scriptId ?? null,
    scriptVersion: draft.scriptVersion ?? null,
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
