import type { EventName } from '../../../contract/event-names.ts'
import type { Tx } from '../tenancy.ts'

export type PersonRead = { at: Date; officerId: string | null; name: EventName }

/**
 * Who looked at these entries of the register (their ids are subjects of events) and at the matters of these contacts,
 * newest first, the last `limit` events; a page that wrote one for each contact is one look.
 */
export async function readsOfPerson(
  tx: Tx,
  { residentIds, contactIds, limit = 200 }: { residentIds: string[]; contactIds: string[]; limit?: number },
): Promise<PersonRead[]> {
  const { rows } = await tx.client.query({
    name: 'reads-of-person',
    // The condition on the name repeats that of the index events_reads.
    text: `select distinct on (id) id, at, actor_id, name, subject_id, request_id from (
             (select id, at, actor_id, name, subject_id, request_id from events
              where station_id = $1 and subject_id = any($2::uuid[]) and name = 'resident.read' and actor_kind = 'officer'
              order by id desc limit $4)
             union all
             (select id, at, actor_id, name, subject_id, request_id from events
              where station_id = $1 and contact_id = any($3::uuid[]) and contact_id is not null and name like '%.read'
                and actor_kind = 'officer'
              order by id desc limit $4)
             union all
             (select id, at, actor_id, name, subject_id, request_id from events
              where station_id = $1 and id = any (array(
                select event_id from people_found where station_id = $1 and contact_id = any($3::uuid[])
                order by event_id desc limit $4)))
           ) as looks order by id desc limit $4`,
    values: [tx.stationId, residentIds, contactIds, limit],
  })
  const looks = new Map<string, PersonRead>()
  for (const row of rows) {
    const look = `${row.actor_id} ${row.name} ${row.subject_id} ${row.request_id ?? row.id}`
    if (!looks.has(look)) looks.set(look, { at: row.at, officerId: row.actor_id, name: row.name })
  }
  return [...looks.values()]
}
