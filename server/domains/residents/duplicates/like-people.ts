import type { LikePerson } from '../../../../contract/duplicates.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { LikeEntry } from './rules.ts'

export type LikePersonRow = LikeEntry & Omit<LikePerson, 'phones' | 'nicknames'> & { shownPhones: string[] }

/** Columns of an entry `r`, its household `h` and village `v`, for comparing and for showing; $1 is the station. */
const columns = `r.id, r.name, r.nicknames, r.phone, r.born_on, h.village_id, h.address, v.name as village_name,
  p.phones, p.own, coalesce(c.count, 0)::int as contacts`
const joins = `residents r
  left join households h on h.station_id = $1 and h.id = r.household_id
  left join villages v on v.station_id = $1 and v.id = h.village_id
  left join (select resident_id, array_agg(phone order by recorded_at) as phones,
      array_agg(phone) filter (where whose = 'own') as own
    from resident_phones where station_id = $1 and ended_at is null group by resident_id) p on p.resident_id = r.id
  left join (select resident_id, count(*) from contacts
    where station_id = $1 and resident_id is not null and removed_at is null group by resident_id) c on c.resident_id = r.id`

/** Entries that `where` names ($2 and on are `values`), as they are compared and shown. */
export async function readLikePeople(tx: Tx, where: string, values: unknown[]): Promise<LikePersonRow[]> {
  const { rows } = await tx.client.query(
    `select ${columns} from ${joins} where r.station_id = $1 and r.merged_into_id is null and ${where}`,
    [tx.stationId, ...values],
  )
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    nicknames: row.nicknames,
    phones: [row.phone, ...(row.own ?? [])].map(digitsOf).filter((digits) => digits.length >= 7),
    shownPhones: [row.phone, ...(row.phones ?? [])].filter(Boolean),
    door: row.village_id && row.address ? `${row.village_id} ${row.address}` : null,
    villageId: row.village_id,
    villageName: row.village_name,
    address: row.address,
    bornOn: row.born_on,
    contacts: row.contacts,
  }))
}

export function showLikePerson(row: LikePersonRow): LikePerson {
  const { id, name, nicknames, shownPhones, bornOn, villageName, address, contacts } = row
  return { id, name, nicknames: [...nicknames], phones: shownPhones, bornOn, villageName, address, contacts }
}

export function digitsOf(phone: string): string {
  return phone.replace(/[^0-9]/g, '')
}
