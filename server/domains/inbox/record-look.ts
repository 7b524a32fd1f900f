import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Looked = { id: string; contactId: string; villageId: string | null }

/** Writes down that somebody read a conversation. */
export async function recordLook(
  tx: Tx,
  actor: Actor,
  { id, contactId, villageId }: Looked,
  data: { older?: true } = {},
): Promise<void> {
  const subject = { kind: 'conversation', id }
  await writeEvents(tx, actor, [
    { name: 'conversation.read', subject, conversationId: id, contactId, villageId, data },
  ])
}

/** The same, unless she looked within a quarter of an hour: for what a page asks again by itself. */
export async function recordLookOnce(tx: Tx, actor: Actor, looked: Looked): Promise<void> {
  const { rowCount } = await tx.client.query({
    name: 'has-looked-lately',
    text: `select from events where station_id = $1 and subject_id = $2 and name = 'conversation.read' and actor_id = $3
           and at > clock_timestamp() - interval '15 minutes' limit 1`,
    values: [tx.stationId, looked.id, actor.id],
  })
  if (rowCount === 0) await recordLook(tx, actor, looked)
}
