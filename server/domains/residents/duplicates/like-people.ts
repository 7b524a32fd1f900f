import type { LikePerson } from '../../../../contract/duplicates.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { LikeEntry } from './rules.ts'

type Shown = Omit<LikePerson, 'contacts' | 'villageName' | 'nicknames' | 'phones'>
export type LikePersonRow = LikeEntry & Shown & { shownPhones: string[] }

type Asked =
  | { ids: string[] }
  /** Of these villages (null: of all), with those who live nowhere known or without. */
  | { villageIds: readonly string[] | null; homeless: boolean }

/**
 * Entries as they are compared, each table by itself: joined, thirty thousand people would take a quarter of an hour
 * with a plan that was made while the tables were small (STYLE.md on prepared statements); like this it is a moment.
 */
export async function readLikePeople(tx: Tx, asked: Asked): Promise<LikePersonRow[]> {
  const [ids, villageIds, homeless] =
    'ids' in asked ? [asked.ids, null, true] : [null, asked.villageIds, asked.homeless]
  const { rows } = await tx.client.query(
    `select r.id, r.name, r.nicknames, r.phone, r.born_on, r.household_id from residents r
     where r.station_id = $1 and r.merged_into_id is null and ($2::uuid[] is null or r.id = any($2::uuid[]))
       and ($3::uuid[] is null or ($4 and r.household_id is null) or r.household_id in (
         select h.id from households h where h.station_id = $1 and h.village_id = any($3::uuid[])))`,
    [tx.stationId, ids, villageIds, homeless],
  )
  const homes = await readHomes(tx, ids && rows.map(({ household_id }) => household_id).filter(Boolean))
  const phones = await readPhones(tx, ids)
  return rows.map((row) => {
    const home = homes.get(row.household_id)
    const further = phones.get(row.id) ?? []
    const own = further.filter(({ whose }) => whose === 'own').map(({ phone }) => phone)
    return {
      ...{ id: row.id, name: row.name, nicknames: row.nicknames, bornOn: row.born_on },
      phones: [row.phone, ...own].map(digitsOf).filter((digits) => digits.length >= 7),
      shownPhones: [row.phone, ...further.map(({ phone }) => phone)].filter(Boolean),
      door: home?.address ? `${home.village_id} ${home.address}` : null,
      villageId: home?.village_id ?? null,
      address: home?.address ?? null,
    }
  })
}

/** The same as they are shown, with what only those need that are. */
export async function showLikePeople(tx: Tx, people: LikePersonRow[]): Promise<Map<string, LikePerson>> {
  const { rows: villages } = await tx.client.query('select id, name from villages where station_id = $1', [
    tx.stationId,
  ])
  const names = new Map(villages.map(({ id, name }) => [id, name]))
  const { rows } = await tx.client.query(
    `select resident_id, count(*)::int as count from contacts
     where station_id = $1 and resident_id = any($2::uuid[]) and removed_at is null group by resident_id`,
    [tx.stationId, people.map(({ id }) => id)],
  )
  const contacts = new Map(rows.map(({ resident_id, count }) => [resident_id, count]))
  return new Map(
    people.map(({ id, name, nicknames, shownPhones, bornOn, villageId, address }) => [
      id,
      {
        ...{ id, name, nicknames: [...nicknames], phones: shownPhones, bornOn, address },
        villageName: names.get(villageId) ?? null,
        contacts: contacts.get(id) ?? 0,
      },
    ]),
  )
}

export function digitsOf(phone: string): string {
  return phone.replace(/[^0-9]/g, '')
}

type Home = { id: string; village_id: string; address: string }

async function readHomes(tx: Tx, ids: string[] | null): Promise<Map<string, Home>> {
  const { rows } = await tx.client.query<Home>(
    `select id, village_id, address from households
     where station_id = $1 and ($2::uuid[] is null or id = any($2::uuid[]))`,
    [tx.stationId, ids],
  )
  return new Map(rows.map((row) => [row.id, row]))
}

async function readPhones(tx: Tx, ids: string[] | null) {
  const { rows } = await tx.client.query<{ resident_id: string; phone: string; whose: string }>(
    `select resident_id, phone, whose from resident_phones
     where station_id = $1 and ended_at is null and ($2::uuid[] is null or resident_id = any($2::uuid[]))
     order by recorded_at, id`,
    [tx.stationId, ids],
  )
  return Map.groupBy(rows, ({ resident_id }) => resident_id)
}
