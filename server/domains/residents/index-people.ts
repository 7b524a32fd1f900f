import { saveEntries } from '../../platform/search/save-entries.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Makes people of the register searchable, as they are now; an entry that was merged away is found no more. */
export async function indexResidents(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.client.query({
    name: 'residents-to-index',
    text: `select r.id, r.name, r.nicknames, r.phone, h.address, v.name as village, array(
             select p.phone from resident_phones p where p.station_id = $1 and p.resident_id = r.id and p.ended_at is null) as phones
           from residents r
           left join households h on h.station_id = $1 and h.id = r.household_id
           left join villages v on v.station_id = $1 and v.id = h.village_id
           where r.station_id = $1 and r.id = any ($2::uuid[]) and r.merged_into_id is null`,
    values: [tx.stationId, ids],
  })
  const people = rows.map(({ id, name, nicknames, phone, phones, address, village }) => ({
    id,
    names: [name, ...nicknames],
    phones: [phone, ...phones],
    addresses: address ? [address] : [],
    words: village ? [village] : [],
  }))
  await saveEntries(tx, 'resident', ids, people)
}

/** Makes what people call themselves in a channel searchable, and the number they left there. */
export async function indexContacts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const { rows } = await tx.client.query({
    name: 'contacts-to-index',
    text: `select c.id, c.name, c.phone, v.name as village from contacts c
           left join villages v on v.station_id = $1 and v.id = c.village_id
           where c.station_id = $1 and c.id = any ($2::uuid[]) and c.removed_at is null`,
    values: [tx.stationId, ids],
  })
  const doors = rows
    .filter(({ name, phone }) => name !== '' || phone !== '')
    .map(({ id, name, phone, village }) => ({
      id,
      names: [name],
      phones: [phone],
      words: village ? [village] : [],
    }))
  await saveEntries(tx, 'contact', ids, doors)
}
