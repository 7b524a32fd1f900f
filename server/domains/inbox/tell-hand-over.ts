import type { ServicerChangeKind } from '../../../contract/vocabulary.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type HandOverTold = {
  conversationId: string
  contactId: string
  /** The account whose chat it is, by the channel's key. */
  line: string
  kind: ServicerChangeKind
  /** Members of the channel's client, by their ids there. */
  from?: string
  to?: string
  /** The channel's key of what it tells; told twice is one. */
  key?: string
  at?: Date
}

/** A channel's domain says that somebody else talks to a contact from now on; it stands in the conversation. */
export async function tellHandOver(tx: Tx, actor: Actor, told: HandOverTold): Promise<void> {
  const id = newId()
  const { rows } = await tx.client.query({
    name: 'tell-hand-over',
    text: `with told as (
        insert into hand_overs (station_id, id, conversation_id, contact_id, kind, officer_id, from_member, to_member, told_key, at, line)
        values ($1, $2, $3, $4, $5, $6, left($7, 64), left($8, 64), $9, coalesce($10, clock_timestamp()), $11)
        on conflict (station_id, told_key) do nothing returning conversation_id
      )
      select c.village_id from told t join conversations c on c.station_id = $1 and c.id = t.conversation_id`,
    values: [
      tx.stationId,
      id,
      told.conversationId,
      told.contactId,
      told.kind,
      actor.kind === 'officer' ? actor.id : null,
      told.from ?? '',
      told.to ?? '',
      told.key ?? null,
      told.at ?? null,
      told.line,
    ],
  })
  if (!rows[0]) return
  await writeEvents(tx, actor, [
    {
      name: 'conversation.handed_over',
      subject: { kind: 'conversation', id: told.conversationId },
      conversationId: told.conversationId,
      contactId: told.contactId,
      villageId: rows[0].village_id,
      data: { kind: told.kind },
    },
  ])
}
