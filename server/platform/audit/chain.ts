import { createHash } from 'node:crypto'

/** The columns of an event as the chain reads them, all as text; `at` in microseconds since 1970. */
export type SealedColumns = {
  id: string
  xact: string
  name: string
  actor_kind: string
  actor_id: string | null
  subject_kind: string
  subject_id: string
  conversation_id: string | null
  contact_id: string | null
  village_id: string | null
  data: string
  request_id: string | null
  at: string
}

/** What to select of `events e` to get them. jsonb's own text is canonical: keys sorted, spacing fixed. */
export const sealedColumns = `e.id, e.xact::text as xact, e.name, e.actor_kind, e.actor_id, e.subject_kind, e.subject_id,
  e.conversation_id, e.contact_id, e.village_id, e.data::text as data, e.request_id,
  (extract(epoch from e.at) * 1000000)::bigint::text as at`

/** The head of a chain without events: its station, so that no chain is a prefix of another's. */
export function genesis(stationId: string): Buffer {
  return createHash('sha256').update(`lianxinqiao audit chain 1\n${stationId}`).digest()
}

/**
 * hash_n = SHA-256(hash_{n-1} ‖ bytes of event n). The bytes are a JSON array of strings and nulls in UTF-8, in the
 * order below, so that anybody can recompute the chain with any language at hand.
 */
export function link(before: Buffer, stationId: string, event: SealedColumns): Buffer {
  const fields = [
    stationId,
    event.id,
    event.xact,
    event.name,
    event.actor_kind,
    event.actor_id,
    event.subject_kind,
    event.subject_id,
    event.conversation_id,
    event.contact_id,
    event.village_id,
    event.data,
    event.request_id,
    event.at,
  ]
  return createHash('sha256').update(before).update(JSON.stringify(fields)).digest()
}

/** The order of the feed: by transaction, then by id. */
export function precedes(a: { xact: string; id: string }, b: { xact: string; id: string }): boolean {
  const [ax, bx] = [BigInt(a.xact), BigInt(b.xact)]
  return ax === bx ? a.id < b.id : ax < bx
}
