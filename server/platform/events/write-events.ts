import type { EventName } from '../../../contract/event-names.ts'
import { newId } from '../id.ts'
import type { Tx } from '../tenancy.ts'

export type Actor = {
  kind: 'officer' | 'resident' | 'system'
  id: string | null
  requestId?: string | undefined
}

export type NewEvent = {
  name: EventName
  subject: { kind: string; id: string }
  conversationId?: string | null
  contactId?: string | null
  villageId?: string | null
  /** Ids, codes and numbers only: nothing that a person wrote or is called. */
  data?: Record<string, unknown>
}

/** Writes what happened in the transaction in which it happened. Returns the events' ids. */
export async function writeEvents(tx: Tx, actor: Actor, events: NewEvent[]): Promise<string[]> {
  if (events.length === 0) return []
  const ids = events.map(() => newId())
  await tx.client.query({
    name: 'write-events',
    text: `insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, conversation_id,
             contact_id, village_id, data, request_id)
           select $1, e.id, e.name, $2, $3, e.subject_kind, e.subject_id, e.conversation_id, e.contact_id, e.village_id, e.data::jsonb, $4
           from unnest($5::uuid[], $6::text[], $7::text[], $8::uuid[], $9::uuid[], $10::uuid[], $11::uuid[], $12::text[])
             as e(id, name, subject_kind, subject_id, conversation_id, contact_id, village_id, data)`,
    values: [
      tx.stationId,
      actor.kind,
      actor.id,
      actor.requestId ?? null,
      ids,
      events.map((event) => event.name),
      events.map((event) => event.subject.kind),
      events.map((event) => event.subject.id),
      events.map((event) => event.conversationId ?? null),
      events.map((event) => event.contactId ?? null),
      events.map((event) => event.villageId ?? null),
      events.map((event) => JSON.stringify(event.data ?? {})),
    ],
  })
  tx.wroteEvents = true
  return ids
}
