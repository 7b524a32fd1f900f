import type { OfficerSession } from '../../platform/auth/session.ts'
import { conflict } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { keepTakenWords } from '../inbox/keep-taken-words.ts'
import { lockConversation } from '../inbox/visibility.ts'
import { findVisibleRumour, readStanding } from './find-rumour.ts'

/** The approved reply was put into the answer of a matter, which is tied to the rumour by it. She sends it herself. */
export async function takeReply(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  rumourId: string,
  conversationId: string,
  version: number,
): Promise<{ done: true }> {
  await findVisibleRumour(tx, session, rumourId, 'for update')
  const { villageId } = await lockConversation(tx, session, conversationId)
  const { currentVersion } = await readStanding(tx, rumourId)
  if (version !== currentVersion) throw conflict('这条答复已经有新的版本，请重新点一下。')
  await tx.client.query(
    `insert into rumour_conversations (station_id, rumour_id, conversation_id, tied_by) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.stationId, rumourId, conversationId, session.officerId],
  )
  const taken = await tx.client.query(
    `insert into rumour_conversation_replies (station_id, rumour_id, conversation_id, version, taken_by)
     values ($1, $2, $3, $4, $5)
     on conflict (station_id, rumour_id, conversation_id, version) do nothing`,
    [tx.stationId, rumourId, conversationId, version, session.officerId],
  )
  // A second tap takes nothing new.
  if (taken.rowCount! > 0) {
    const { rows } = await tx.client.query(
      'select body from rumour_replies where station_id = $1 and rumour_id = $2 and version = $3',
      [tx.stationId, rumourId, version],
    )
    const { officerId } = session
    await keepTakenWords(tx, { conversationId, officerId, words: rows[0].body })
  }
  await writeEvents(tx, actor, [
    {
      name: 'rumour.reply_taken',
      subject: { kind: 'rumour', id: rumourId },
      conversationId,
      villageId,
      data: { version },
    },
  ])
  return { done: true }
}
