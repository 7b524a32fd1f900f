import type { Tx } from '../../platform/tenancy.ts'
import type { LockedConversation } from './visibility.ts'

/** A conversation for a domain above; null when there is none. Who may see it is the asker's to check. */
export async function findConversation(tx: Tx, id: string): Promise<LockedConversation | null> {
  const row = await tx.db
    .selectFrom('conversations')
    .select([
      'id',
      'number',
      'contactId',
      'channel',
      'villageId',
      'scenario',
      'office',
      'emergency',
      'assigneeId',
      'closedAt',
    ])
    .where('stationId', '=', tx.stationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (row as LockedConversation | undefined) ?? null
}

export { countUnfiled } from './arrivals.ts'
