import { recordSearch } from '../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { findEntries, findNearEntries } from '../../platform/search/find-entries.ts'
import type { Query } from '../../platform/search/parse-query.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { inScope, villageScope } from './visibility.ts'

/** `residentId` is null for who only has a door; `nicknames` are what she is called besides, also by herself there. */
export type PersonFound = {
  residentId: string | null
  contactIds: string[]
  name: string
  nicknames: string[]
  phones: string[]
  address: string | null
  villageName: string | null
}

type Asked = { query: Query; near: boolean; villageId?: string | undefined; limit: number }

/**
 * People by name, what they call themselves, telephone, door, pinyin or initials: those of the register, and doors that
 * nobody has matched. Narrowed as the list of people is. Those whose name begins so come first. It is written down who
 * was found.
 */
export async function searchPeople(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { query, near, villageId, limit }: Asked,
): Promise<{ people: PersonFound[]; more: boolean }> {
  const find = near ? findNearEntries : findEntries
  const residents = await find(tx, 'resident', query)
  const contacts = await find(tx, 'contact', query)
  if (residents.length + contacts.length === 0) {
    await recordSearch(tx, actor, 'resident.searched', { ids: [], contactIds: [] })
    return { people: [], more: false }
  }
  const { rows } = await tx.client.query({
    name: 'search-people',
    text: `with found as (
        select unnest($2::uuid[]) as id union
        select c.resident_id from contacts c where c.station_id = $1 and c.id = any ($3::uuid[]) and c.removed_at is null
      ), people as (
        select r.id, null::uuid as contact_id, r.name, r.nicknames, r.phone, h.address, h.village_id
        from residents r left join households h on h.station_id = $1 and h.id = r.household_id
        where r.station_id = $1 and r.merged_into_id is null and r.id in (select id from found where id is not null) and ${inScope('h.village_id', 4)}
        union all
        select null, c.id, c.name, '{}', c.phone, null, c.village_id from contacts c
        where c.station_id = $1 and c.id = any ($3::uuid[]) and c.resident_id is null and c.removed_at is null
          and ${inScope('c.village_id', 4)}
      ), best as (
        select * from people p where $5::uuid is null or p.village_id = $5
        order by not starts_with(p.name, $6), strpos(p.name, $6) = 0, p.name, p.id, p.contact_id limit $7
      )
      select b.*, v.name as village, d.ids, d.names, d.phones, array(
        select p.phone from resident_phones p where p.station_id = $1 and p.resident_id = b.id and p.ended_at is null) as further
      from best b
      left join villages v on v.station_id = $1 and v.id = b.village_id
      left join lateral (
        select array_agg(c.id::text) as ids, array_agg(c.name) as names, array_agg(c.phone) as phones from contacts c
        where c.station_id = $1 and c.removed_at is null and c.resident_id = b.id) d on true
      order by not starts_with(b.name, $6), strpos(b.name, $6) = 0, b.name, b.id, b.contact_id`,
    values: [
      tx.stationId,
      residents.map(({ id }) => id),
      contacts.map(({ id }) => id),
      villageScope(session),
      villageId ?? null,
      query.text,
      limit + 1,
    ],
  })
  const people = rows.slice(0, limit).map((row) => ({
    residentId: row.id,
    contactIds: row.contact_id ? [row.contact_id] : (row.ids ?? []),
    name: row.name,
    nicknames: named([...row.nicknames, ...(row.names ?? [])]).filter((name) => name !== row.name),
    phones: named([row.phone, ...row.further, ...(row.phones ?? [])]),
    address: row.address,
    villageName: row.village,
  }))
  await recordSearch(tx, actor, 'resident.searched', {
    ids: people.map(({ residentId, contactIds }) => residentId ?? contactIds[0]!),
    contactIds: people.flatMap(({ contactIds }) => contactIds),
  })
  return { people, more: rows.length > limit }
}

function named(words: (string | null)[] | null): string[] {
  return [...new Set(words ?? [])].filter((word): word is string => Boolean(word))
}
