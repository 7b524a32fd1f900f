import type { EventName } from '../../../contract/event-names.ts'
import type { Actor } from '../events/write-events.ts'
import { firstIdAt, newId } from '../id.ts'
import type { Tx } from '../tenancy.ts'

/** So many ids stand in one event; a longer list is written as several. */
const idsPerEvent = 100

const quarterOfAnHour = 15 * 60_000

/**
 * Writes down that a list showed somebody these matters or people (docs/decisions/0011), in one statement: those of
 * them that the same list has not shown her in the last quarter of an hour (`foldMs`), and nothing when there are
 * none. Screens ask for their lists again whenever something moves, so the same rows on the same screen are one look.
 */
export async function recordListed(
  tx: Tx,
  actor: Actor,
  name: EventName,
  ids: readonly (string | null)[],
  options: { of?: string; foldMs?: number } = {},
): Promise<void> {
  const shown = [...new Set(ids)].filter((id) => id !== null)
  if (shown.length === 0 || actor.kind !== 'officer') return
  const eventIds = Array.from({ length: Math.ceil(shown.length / idsPerEvent) }, () => newId())
  // Nobody's screen changes by it: `wroteEvents` stays as it is, and the live feed is not woken.
  await tx.client.query({
    name: 'record-listed',
    text: recordListedSql,
    values: [
      tx.stationId,
      actor.id,
      name,
      eventIds,
      shown,
      firstIdAt(new Date(Date.now() - (options.foldMs ?? quarterOfAnHour))),
      options.of ?? null,
      actor.requestId ?? null,
    ],
  })
}

const recordListedSql = `
  with known as materialized (
    select distinct x.id::uuid as id from events e, jsonb_array_elements_text(e.data -> 'ids') as x(id)
    where e.station_id = $1 and e.actor_kind = 'officer' and e.actor_id = $2 and e.id >= $6::uuid and e.name = $3
  ), fresh as (
    select s.id, (row_number() over (order by s.at) - 1) / ${idsPerEvent} + 1 as part
    from unnest($5::uuid[]) with ordinality as s(id, at) where s.id not in (select id from known)
  )
  insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, data, request_id)
  select $1, ($4::uuid[])[part], $3, 'officer', $2, 'officer', $2,
    jsonb_strip_nulls(jsonb_build_object('of', $7::text, 'shown', count(*), 'ids', jsonb_agg(id))), $8
  from fresh group by part`

/**
 * Writes down a search, each one, also when it found nothing: what was found, not what was typed. Those among the
 * found who have a contact learn of it (reads-of-contact.ts).
 */
export async function recordSearch(
  tx: Tx,
  actor: Actor,
  name: EventName,
  found: { ids: readonly string[]; contactIds: readonly (string | null)[] },
): Promise<void> {
  const contacts = [...new Set(found.contactIds)].filter((id) => id !== null)
  await tx.client.query({
    name: 'record-search',
    text: `with written as (
        insert into events (station_id, id, name, actor_kind, actor_id, subject_kind, subject_id, data, request_id)
        values ($1, $2, $3, $4, $5, 'officer', $5, jsonb_build_object('found', cardinality($6::uuid[]), 'ids', to_jsonb($6::uuid[])), $7)
        returning id)
      insert into people_found (station_id, contact_id, event_id) select $1, c, w.id from written w, unnest($8::uuid[]) as c`,
    values: [
      tx.stationId,
      newId(),
      name,
      actor.kind,
      actor.id,
      [...new Set(found.ids)],
      actor.requestId ?? null,
      contacts,
    ],
  })
}
