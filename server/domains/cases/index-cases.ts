import { saveEntries } from '../../platform/search/save-entries.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Makes cases searchable: number, title, what is told in it, where, and who has part in it. */
export async function indexCases(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.client.query({
    name: 'cases-to-index',
    text: `select c.id, c.number, c.title, c.details, c.place, t.name as contact, t.phone as contact_phone, r.name as resident,
             p.names, p.phones
           from cases c
           left join contacts t on t.station_id = $1 and t.id = c.contact_id
           left join residents r on r.station_id = $1 and r.id = t.resident_id
           left join lateral (select array_agg(p.name) as names, array_agg(p.phone) as phones from case_people p
             where p.station_id = $1 and p.case_id = c.id and p.removed_at is null) p on true
           where c.station_id = $1 and c.id = any ($2::uuid[])`,
    values: [tx.stationId, ids],
  })
  const cases = rows.map((row) => ({
    id: row.id,
    titles: [row.title],
    names: [...new Set([row.contact, row.resident, ...(row.names ?? [])])].filter(Boolean),
    words: [row.number, row.details, row.place],
    addresses: [row.place],
    phones: [...new Set([row.contact_phone, ...(row.phones ?? [])])].filter(Boolean),
  }))
  await saveEntries(tx, 'case', ids, cases)
}
