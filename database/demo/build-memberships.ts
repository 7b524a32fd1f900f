import { initialsOf } from '../../server/domains/residents/name-initials.ts'
import type { Register } from './build-register.ts'
import { day, dayAt, hour } from './demo-time.ts'
import type { Rows } from './insert-rows.ts'
import { makeName } from './people-names.ts'
import { createRandom, type Random } from './random.ts'
import type { Town, TownVillage } from './town.ts'

const births = 46
const deaths = 28
const weddings = 40
const splits = 24
/** Of a hundred people so many are away for work, as in a township whose young people work on the coast. */
const awayOfHundred = 17
const places = ['长沙', '深圳', '东莞', '广州', '佛山', '宁波', '宁乡', '昆山']
const reasons = [
  { reason: 'work', weight: 88 },
  { reason: 'school', weight: 8 },
  { reason: 'care', weight: 3 },
  { reason: 'army', weight: 1 },
]

export type Memberships = {
  /** Who was born, married in or has died: people without a contact. */
  residents: Rows<'residents'>
  householdMembers: Rows<'householdMembers'>
  residentAbsences: Rows<'residentAbsences'>
  householdChanges: Rows<'householdChanges'>
}

/**
 * Who belongs to which household since when, and what became of households in the fourteen months: births, deaths,
 * weddings, splits, moves. The people it adds have no contact and are told apart from the register, and it has a stream of
 * chance of its own: no figure moves, and the rest of the town stays as it is.
 */
export function buildMemberships(town: Town, register: Register): Memberships {
  const random = createRandom(town.seed, 'memberships')
  const { start, monthStart } = town.time
  const made: Memberships = {
    residents: [],
    householdMembers: [],
    residentAbsences: [],
    householdChanges: [],
  }
  const villages = new Map(town.villages.map((village) => [village.id, village]))
  const sinceOf = new Map(
    register.households.map(({ id, residentSinceOn }) => [id!, residentSinceOn as string]),
  )
  const villageOf = (householdId: string): TownVillage => villages.get(villageIds.get(householdId)!)!
  const villageIds = new Map(register.households.map(({ id, villageId }) => [id!, villageId]))
  const moment = () => random.int(start, monthStart - 2 * day)
  const headed = new Set<string>()

  function join(householdId: string, residentId: string, on: string, how: string, at?: number) {
    const head = how === 'recorded' && !headed.has(householdId)
    if (head) headed.add(householdId)
    const row = member(random, { householdId, residentId, on, how, head, at: at ?? start })
    made.householdMembers.push({ ...row, recordedBy: villageOf(householdId).auxiliaryId })
  }

  const homes = [...new Set(register.residents.map(({ householdId }) => householdId!))]
  for (const { id, householdId } of register.residents)
    join(householdId!, id, sinceOf.get(householdId!)!, 'recorded')
  const newer = random.shuffle(homes.filter((id) => sinceOf.get(id)! >= dayAt(start)))
  const older = random.shuffle(homes.filter((id) => sinceOf.get(id)! < dayAt(start)))
  writeSplits(random, made, newer.slice(0, splits), older, { sinceOf, villageOf })
  for (const householdId of older.slice(1000, 1000 + births)) {
    const at = moment()
    join(householdId, addPerson(random, made, { householdId, at, bornOn: dayAt(at) }), dayAt(at), 'born', at)
  }
  for (const householdId of older.slice(2000, 2000 + weddings)) {
    const at = moment()
    join(householdId, addPerson(random, made, { householdId, at }), dayAt(at), 'married_in', at)
  }
  for (const householdId of older.slice(3000, 3000 + deaths)) {
    const at = moment()
    const residentId = addPerson(random, made, {
      ...{ householdId: null, at: start, diedOn: dayAt(at) },
      bornOn: dayAt(at - random.int(70, 96) * 365 * day),
    })
    join(householdId, residentId, sinceOf.get(householdId)!, 'recorded', start)
    Object.assign(made.householdMembers.at(-1)!, {
      ...{ head: false, endedOn: dayAt(at), endedHow: 'died', endedRecordedAt: new Date(at + 9 * hour) },
      endedBy: villageOf(householdId).auxiliaryId,
    })
  }
  for (const { id, residentUntilOn } of register.households)
    if (residentUntilOn)
      change(random, made, { householdId: id!, kind: 'moved_out', on: residentUntilOn as string })
  sendAway(town, random, register, made)
  return made
}

function member(
  random: Random,
  given: { householdId: string; residentId: string; on: string; how: string; head: boolean; at: number },
): Rows<'householdMembers'>[number] {
  return {
    id: random.id(given.at),
    householdId: given.householdId,
    residentId: given.residentId,
    tie: 'lives',
    head: given.head,
    beganOn: given.on,
    beganHow: given.how,
    endedOn: null,
    endedHow: null,
    recordedBy: null,
    recordedAt: new Date(given.at),
    endedBy: null,
    endedRecordedAt: null,
  }
}

function addPerson(
  random: Random,
  made: Memberships,
  given: { householdId: string | null; at: number; bornOn?: string; diedOn?: string },
): string {
  const id = random.id(given.at)
  const { name } = makeName(random)
  made.residents.push({
    ...{ id, householdId: given.householdId, name, nameInitials: initialsOf(name), phone: '', note: '' },
    ...{ bornOn: given.bornOn ?? null, diedOn: given.diedOn ?? null, createdAt: new Date(given.at) },
  })
  return id
}

/** Young households of the fourteen months that came out of an older one: whoever lives there lived in the older one before. */
function writeSplits(
  random: Random,
  made: Memberships,
  newer: string[],
  older: string[],
  { sinceOf, villageOf }: { sinceOf: Map<string, string>; villageOf: (id: string) => TownVillage },
): void {
  const free = [...older]
  for (const householdId of newer) {
    const at = free.findIndex((id) => villageOf(id) === villageOf(householdId))
    const [parent] = free.splice(at, 1)
    const on = sinceOf.get(householdId)!
    for (const row of made.householdMembers.filter((each) => each.householdId === householdId)) {
      const before = {
        ...row,
        id: random.id(Date.parse(on)),
        householdId: parent!,
        head: false,
        recordedAt: row.recordedAt!,
      }
      Object.assign(row, { beganOn: on, beganHow: 'split' })
      made.householdMembers.push({
        ...{
          ...before,
          beganOn: sinceOf.get(parent!)!,
          beganHow: 'recorded',
          endedOn: on,
          endedHow: 'split',
        },
        ...{ endedBy: row.recordedBy ?? null, endedRecordedAt: new Date(Date.parse(on) + 2 * hour) },
      })
    }
    change(random, made, { householdId: parent!, kind: 'split_off', on, otherId: householdId })
    change(random, made, { householdId, kind: 'split_from', on, otherId: parent! })
  }
}

function change(
  random: Random,
  made: Memberships,
  given: { householdId: string; kind: string; on: string; otherId?: string },
): void {
  const at = Date.parse(given.on) + 2 * hour
  made.householdChanges.push({
    id: random.id(at),
    householdId: given.householdId,
    kind: given.kind,
    otherHouseholdId: given.otherId ?? null,
    happenedOn: given.on,
    recordedAt: new Date(at),
  })
}

/** Those who work or learn elsewhere went after a Spring Festival, most of them in the last year. */
function sendAway(town: Town, random: Random, register: Register, made: Memberships): void {
  const { start, monthStart } = town.time
  for (const { id } of register.residents) {
    if (!random.chance(awayOfHundred / 100)) continue
    const at = random.int(start - 300 * day, monthStart - 2 * day)
    made.residentAbsences.push({
      id: random.id(at),
      residentId: id,
      reason: random.weighted(reasons).reason,
      place: random.pick(places),
      leftOn: dayAt(at),
      recordedAt: new Date(Math.max(at, start)),
    })
  }
}
