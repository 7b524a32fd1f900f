import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type Holder = { kind: 'case'; id: string }

/** Keeps a conversation from being closed while the holder is open. Holding twice is the same as once. */
export async function holdConversation(
  tx: Tx,
  conversationId: string,
  holder: Holder,
  actor?: Actor,
): Promise<void> {
  await tx.db
    .insertInto('conversationHolds')
    .values({ stationId: tx.stationId, conversationId, holderKind: holder.kind, holderId: holder.id })
    .onConflict((conflict) =>
      conflict
        .columns(['stationId', 'conversationId', 'holderKind', 'holderId'])
        .doUpdateSet({ releasedAt: null }),
    )
    .execute()
  await writeEvents(tx, actor ?? { kind: 'system', id: null }, [
    { name: 'conversation.held', subject: { kind: 'conversation', id: conversationId }, conversationId },
  ])
}

/** Lets the conversation close again. Releasing what is not held does nothing. */
export async function releaseHold(tx: Tx, conversationId: string, holder: Holder): Promise<void> {
  await tx.db
    .updateTable('conversationHolds')
    .set({ releasedAt: new Date() })
    .where('stationId', '=', tx.stationId)
    .where('conversationId', '=', conversationId)
    .where('holderKind', '=', holder.kind)
    .where('holderId', '=', holder.id)
    .where('releasedAt', 'is', null)
    .execute()
}
