import type { OfficerSession } from '../../platform/auth/session.ts'
import { notFound } from '../../platform/errors.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * The villages to narrow by, as a parameter for SQL: null for the whole station. An auxiliary sees the people of her
 * villages and those whose village nobody knows, so that no one falls between two.
 */
export function villageScope(session: OfficerSession): readonly string[] | null {
  return session.scope === 'station' ? null : session.villageIds
}

/** SQL that is true for rows whose `village` the officer sees; `$parameter` is what villageScope gave. */
export function inScope(village: string, parameter: number): string {
  return `($${parameter}::uuid[] is null or ${village} is null or ${village} = any($${parameter}::uuid[]))`
}

export type VisibleContact = { id: string; residentId: string | null; villageId: string | null }

/** The contact, locked when asked; 404 when it is missing, removed or not this officer's to see. */
export async function findVisibleContact(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock = false,
): Promise<VisibleContact> {
  const { rows } = await tx.client.query(
    `select c.id, c.resident_id as "residentId", coalesce(c.village_id, h.village_id) as "villageId" from contacts c
     left join residents r on r.station_id = c.station_id and r.id = c.resident_id
     left join households h on h.station_id = r.station_id and h.id = r.household_id
     where c.station_id = $1 and c.id = $2 and c.removed_at is null and ${inScope('coalesce(c.village_id, h.village_id)', 3)}
     ${lock ? 'for update of c' : ''}`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The person, locked when asked; 404 when missing, merged into another entry, or not this officer's to see. */
export async function findVisibleResident(
  tx: Tx,
  session: OfficerSession,
  id: string,
  lock = false,
): Promise<{ id: string; householdId: string | null; villageId: string | null }> {
  const { rows } = await tx.client.query(
    `select r.id, r.household_id as "householdId", h.village_id as "villageId" from residents r
     left join households h on h.station_id = r.station_id and h.id = r.household_id
     where r.station_id = $1 and r.id = $2 and r.merged_into_id is null and ${inScope('h.village_id', 3)}
     ${lock ? 'for update of r' : ''}`,
    [tx.stationId, id, villageScope(session)],
  )
  if (!rows[0]) throw notFound()
  return rows[0]
}

/** The entry that stands for this one: itself, or what it was merged into, however often. Unknown ids stay as they are. */
export async function followMerges(tx: Tx, id: string): Promise<string> {
  const { rows } = await tx.client.query({
    name: 'follow-merges',
    text: `with recursive way as (
        select r.id, r.merged_into_id from residents r where r.station_id = $1 and r.id = $2
        union all
        select r.id, r.merged_into_id from way w join residents r on r.station_id = $1 and r.id = w.merged_into_id
      ) select id from way where merged_into_id is null`,
    values: [tx.stationId, id],
  })
  return rows[0]?.id ?? id
}
