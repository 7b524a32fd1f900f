import type { Tx } from '../../../platform/tenancy.ts'
import { createHeads, type Someone } from './household-heads.ts'
import type { KnownHousehold, KnownResident, KnownVillage } from './known.ts'
import { createKin, type KnownRelation } from './known-kin.ts'
import { plainNumber, readDoor, readGroup } from './read-place.ts'
import { kinKinds } from './read-relation.ts'

/** What of the register the rows of a file are compared with; the rows themselves are added as they are read. */
export type Register = ReturnType<typeof createRegister>

export function createRegister(
  villages: KnownVillage[],
  households: KnownHousehold[],
  residents: KnownResident[],
  relations: KnownRelation[],
) {
  const byDoor = new Map<string, KnownHousehold[]>()
  const byId = new Map<string, KnownHousehold>()
  const inHousehold = new Map<string, KnownResident[]>()
  const byPhone = new Map<string, KnownResident[]>()
  const byName = new Map<string, KnownResident[]>()
  const everybody = new Map<string, KnownResident>()
  const takenBy = new Map<string, number>()
  const push = <T>(map: Map<string, T[]>, key: string, value: T) => {
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  const addHousehold = (household: KnownHousehold) => {
    byId.set(household.id, household)
    push(byDoor, doorKey(household.villageId, household.group, household.door), household)
  }
  const addResident = (resident: KnownResident) => {
    if (resident.householdId) push(inHousehold, `${resident.householdId} ${resident.name}`, resident)
    for (const number of new Set([plainNumber(resident.phone), ...resident.furtherPhones]))
      if (number) push(byPhone, `${number} ${resident.name}`, resident)
    push(byName, resident.name, resident)
    everybody.set(resident.id, resident)
  }
  households.forEach(addHousehold)
  residents.forEach(addResident)
  return {
    villages,
    heads: createHeads(),
    kin: createKin(relations),
    someone: (id: string): Someone | null => everybody.get(id) ?? null,
    /** By which row of the file somebody of the register is meant. */
    takenBy,
    addHousehold,
    addResident,
    household: (id: string) => byId.get(id),
    atDoor: (villageId: string, group: string, door: string) =>
      byDoor.get(doorKey(villageId, group, door)) ?? [],
    named: (householdId: string, name: string) => inHousehold.get(`${householdId} ${name}`) ?? [],
    withPhone: (phone: string, name: string) => byPhone.get(`${phone} ${name}`) ?? [],
    allNamed: (name: string) => byName.get(name) ?? [],
  }
}

const doorKey = (villageId: string, group: string, door: string) => `${villageId} ${group} ${door}`

/** The station's register as it stands, without what was moved out, merged away or has died. */
export async function readRegister(tx: Tx): Promise<Register> {
  const { rows: villages } = await tx.client.query(
    'select id, name, aliases from villages where station_id = $1',
    [tx.stationId],
  )
  const names = new Map<string, string[]>(
    villages.map(({ id, name, aliases }) => [id, [name, ...aliases].toSorted((a, b) => b.length - a.length)]),
  )
  const { rows: households } = await tx.client.query(
    `select h.id, h.village_id, h.village_group, h.address, r.id as head_id, r.name as head from households h
     left join household_members m on m.station_id = $1 and m.household_id = h.id and m.head and m.tie = 'lives' and m.ended_on is null
     left join residents r on r.station_id = $1 and r.id = m.resident_id
     where h.station_id = $1 and h.resident_until_on is null order by h.resident_since_on, h.id`,
    [tx.stationId],
  )
  const { rows: residents } = await tx.client.query(
    `select r.id, r.name, r.household_id, h.village_id, r.phone, r.born_on, r.note, r.nicknames, a.place from residents r
     left join households h on h.station_id = $1 and h.id = r.household_id
     left join resident_absences a on a.station_id = $1 and a.resident_id = r.id and a.back_on is null
     where r.station_id = $1 and r.merged_into_id is null and r.died_on is null order by r.id`,
    [tx.stationId],
  )
  const further = await readFurtherPhones(tx)
  return createRegister(
    villages,
    households.map((row) => {
      const place = readDoor(row.address, names.get(row.village_id) ?? [])
      const group = row.village_group === '' ? place.group : readGroup(row.village_group)
      return {
        ...{ id: row.id, villageId: row.village_id, group, door: place.door },
        ...{ headName: row.head, headed: row.head !== null, headId: row.head_id, row: null },
      }
    }),
    residents.map((row) => ({
      ...{ id: row.id, name: row.name, householdId: row.household_id, villageId: row.village_id },
      ...{ phone: row.phone.replace(/[\s-]/g, ''), bornOn: row.born_on, note: row.note },
      ...{ nicknames: row.nicknames, away: row.place, furtherPhones: further.get(row.id) ?? [], row: null },
    })),
    await readKin(tx),
  )
}

async function readFurtherPhones(tx: Tx): Promise<Map<string, string[]>> {
  const { rows } = await tx.client.query(
    'select resident_id, phone from resident_phones where station_id = $1 and ended_at is null',
    [tx.stationId],
  )
  const numbers = new Map<string, string[]>()
  for (const { resident_id, phone } of rows)
    numbers.set(resident_id, [...(numbers.get(resident_id) ?? []), plainNumber(phone)])
  return numbers
}

/** Who is whose kin, among the living. */
async function readKin(tx: Tx): Promise<KnownRelation[]> {
  const { rows } = await tx.client.query(
    `select l.from_id as "fromId", l.to_id as "toId", l.kind from resident_relations l
     join residents f on f.station_id = $1 and f.id = l.from_id and f.died_on is null
     join residents t on t.station_id = $1 and t.id = l.to_id and t.died_on is null
     where l.station_id = $1 and l.ended_at is null and l.kind = any ($2::text[])`,
    [tx.stationId, kinKinds],
  )
  return rows
}
