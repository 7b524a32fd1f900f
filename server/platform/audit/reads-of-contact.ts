import type { EventName } from '../../../contract/event-names.ts'
import type { Tx } from '../tenancy.ts'

export type ContactRead = {
  id: string
  at: Date
  officerId: string | null
  name: EventName
  subjectKind: string
  subjectId: string
}

/**
 * Who looked at what of a contact's, and whose searches showed her (their subject is `search`), newest first, `limit`
 * at a time; `before` is the id of the last one shown. Lists are left out: see docs/decisions/0011.
 */
export async function readsOfContact(
  tx: Tx,
  contactId: string,
  options: { limit?: number; before?: string } = {},
): Promise<ContactRead[]> {
  const { rows } = await tx.client.query({
    name: 'reads-of-contact',
    // The condition on the name repeats that of the index events_reads.
    text: `(select id, at, actor_id, name, subject_kind, subject_id from events
            where station_id = $1 and contact_id = $2 and name like '%.read' and actor_kind = 'officer'
              and ($3::uuid is null or id < $3) order by id desc limit $4)
           union all
           (select id, at, actor_id, name, 'search', subject_id from events
            where station_id = $1 and id = any (array(
              select event_id from people_found where station_id = $1 and contact_id = $2
                and ($3::uuid is null or event_id < $3) order by event_id desc limit $4)))
           order by id desc limit $4`,
    values: [tx.stationId, contactId, options.before ?? null, options.limit ?? 100],
  })
  return rows.map((row) => ({
    id: row.id,
    at: row.at,
    officerId: row.actor_id,
    name: row.name,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
  }))
}
