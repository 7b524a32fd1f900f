import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Met = { externalUserId: string; name?: string }

/**
 * The contact of each of these people, by their id in WeCom: a new one where nobody has met them. Two that meet the
 * same person at once get the same contact. The contact's row may not be there yet.
 */
export async function meetPeople(tx: Tx, people: Met[]): Promise<Map<string, string>> {
  const names = new Map(people.map(({ externalUserId, name = '' }) => [externalUserId, cleanText(name, 40)]))
  const { rows } = await tx.client.query({
    name: 'known-external-people',
    text: 'select external_userid, contact_id, name from external_people where station_id = $1 and external_userid = any($2)',
    values: [tx.stationId, [...names.keys()]],
  })
  const known = new Map<string, string>(rows.map((row) => [row.external_userid, row.contact_id]))
  const fresh = [...names.keys()].filter((id) => !known.has(id))
  const renamed = rows.filter(
    (row) => names.get(row.external_userid) && names.get(row.external_userid) !== row.name,
  )
  // In one order everywhere, so that two batches cannot wait for each other.
  const write = [...fresh, ...renamed.map((row) => row.external_userid)].sort()
  if (write.length === 0) return known
  const { rows: written } = await tx.client.query({
    name: 'meet-external-people',
    text: `insert into external_people as p (station_id, external_userid, contact_id, name)
      select $1, n.id, n.contact_id, n.name from unnest($2::text[], $3::uuid[], $4::text[]) as n(id, contact_id, name)
      on conflict (station_id, external_userid) do update set name = coalesce(nullif(excluded.name, ''), p.name)
      returning external_userid, contact_id`,
    values: [tx.stationId, write, write.map(() => newId()), write.map((id) => names.get(id))],
  })
  for (const row of written) known.set(row.external_userid, row.contact_id)
  return known
}

/** What people call themselves holds anything: NUL and halves of characters are no text to PostgreSQL. */
export function cleanText(text: string, most: number): string {
  return text.toWellFormed().replaceAll('\0', '').slice(0, most).toWellFormed()
}
