import type { Tx } from '../../../platform/tenancy.ts'
import type { KnownHousehold, KnownResident, KnownVillage } from './known.ts'
import { readDoor, readGroup } from './read-place.ts'

/** What of the register the rows of a file are compared with; the rows themselves are added as they are read. */
export type Register = ReturnType<typeof createRegister>

export function createRegister(
  villages: KnownVillage[],
  households: KnownHousehold[],
  residents: KnownResident[],
) {
  const byDoor = new Map<string, KnownHousehold[]>()
  const byId = new Map<string, KnownHousehold>()
  const inHousehold = new Map<string, KnownResident[]>()
  const byPhone = new Map<string, KnownResident[]>()
  const byName = new Map<string, KnownResident[]>()
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
    if (resident.phone) push(byPhone, `${resident.phone} ${resident.name}`, resident)
    push(byName, resident.name, resident)
  }
  households.forEach(addHousehold)
  residents.forEach(addResident)
  return {
    villages,
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
    `select h.id, h.village_id, h.village_group, h.address, r.name as head from households h
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
  return createRegister(
    villages,
    households.map((row) => {
      const place = readDoor(row.address, names.get(row.village_id) ?? [])
      const group = row.village_group === '' ? place.group : readGroup(row.village_group)
      return {
        ...{ id: row.id, villageId: row.village_id, group, door: place.door },
        ...{ headName: row.head, headed: row.head !== null, row: null },
      }
    }),
    residents.map((row) => ({
      ...{ id: row.id, name: row.name, householdId: row.household_id, villageId: row.village_id },
      ...{ phone: row.phone.replace(/[\s-]/g, ''), bornOn: row.born_on, note: row.note },
      ...{ nicknames: row.nicknames, away: row.place, row: null },
    })),
  )
}
