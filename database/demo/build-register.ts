import type { Channel } from '../../contract/vocabulary.ts'
import { initialsOf } from '../../server/domains/residents/name-initials.ts'
import { day, dayAt } from './demo-time.ts'
import type { Rows } from './insert-rows.ts'
import { fakePhone, makeName } from './people-names.ts'
import { createRandom, type Random } from './random.ts'
import type { Person, Town, TownVillage } from './town.ts'

/** What the coverage comes out of: households where somebody is a contact, of eleven thousand. */
const reachedHouseholds = 6600
const secondContacts = 1490
/** Doors nobody has matched with a person: with a known telephone number, and without anything. */
const matchedByPhoneOnly = 64
const strangers = 72
const removedContacts = 96
const optedOutContacts = 31
const movedOut = 74
/** So many were entered twice: from a roster, and once more at the counter. */
const enteredTwice = 6

const shares: { channel: Channel; weight: number }[] = [
  { channel: 'wechat', weight: 88 },
  { channel: 'web', weight: 6 },
  { channel: 'phone', weight: 3 },
  { channel: 'walk_in', weight: 2 },
  { channel: 'seen_elsewhere', weight: 1 },
]

type Home = { id: string; village: TownVillage; group: number }

export type Register = {
  households: Rows<'households'>
  residents: Rows<'residents'>
  contacts: Rows<'contacts'>
  /** Whoever can still be reached. */
  people: Person[]
  /** At home in a reached household, without a door of their own. */
  relatives: { residentId: string; name: string; phone: string; party: string; village: TownVillage }[]
}

/** Eleven thousand households, the people in them, and the doors through which they reach the station. */
export function buildRegister(town: Town): Register {
  const random = createRandom(town.seed, 'register')
  const register: Register = { households: [], residents: [], contacts: [], people: [], relatives: [] }
  const homes = town.villages.map((village) => random.shuffle(buildHomes(town, village, random, register)))
  const reached = shareOut(
    town.villages.map((village) => village.households),
    random,
  )
  const covered: Home[] = []
  const others: Home[] = []
  homes.forEach((list, index) => {
    covered.push(...list.slice(0, reached[index]))
    others.push(...list.slice(reached[index]))
  })
  for (const home of covered) addContact(town, random, register, home, 'live')
  for (const home of random.shuffle(covered).slice(0, secondContacts))
    addContact(town, random, register, home, 'live')
  for (const home of random.shuffle(covered).slice(0, 700)) {
    const { residentId, name, phone } = addResident(town, random, register, home)
    register.relatives.push({ residentId, name, phone, party: home.id, village: home.village })
  }
  const quiet = random.shuffle(others)
  for (const home of quiet.slice(0, removedContacts)) addContact(town, random, register, home, 'removed')
  for (const home of quiet.slice(removedContacts, removedContacts + optedOutContacts))
    addContact(town, random, register, home, 'opted_out')
  for (const [index, home] of quiet.slice(200, 2300).entries()) {
    const { phone } = addResident(town, random, register, home)
    if (index < matchedByPhoneOnly) addStranger(town, random, register, home, phone)
  }
  for (let i = 0; i < strangers; i++) addStranger(town, random, register, null, '')
  for (const [index, first] of register.residents.slice(-enteredTwice).entries()) {
    const at = town.time.start + random.int(1, 300) * day
    const phone = index % 2 ? '' : first.phone!
    register.residents.push({ ...first, id: random.id(at), phone, createdAt: new Date(at) })
  }
  return register
}

/** How many households of each village are reached: every village its own share, together exactly the whole. */
function shareOut(households: number[], random: Random): number[] {
  const total = households.reduce((sum, count) => sum + count, 0)
  const parts = households.map((count) =>
    Math.round((count * reachedHouseholds * random.int(90, 110)) / total / 100),
  )
  const rest = reachedHouseholds - parts.reduce((sum, count) => sum + count, 0)
  // The bigger half takes up what rounding and chance left over.
  return parts.map(
    (count, index) => count + Math.trunc(rest / 8) + (index < Math.abs(rest % 8) ? Math.sign(rest) : 0),
  )
}

function buildHomes(town: Town, village: TownVillage, random: Random, register: Register): Home[] {
  const { start, monthStart } = town.time
  const groups = Math.round(village.households / 55)
  const gone = Math.round((movedOut * village.households) / 11_000)
  const homes: Home[] = []
  for (let i = 0; i < village.households + gone; i++) {
    const id = random.id(start - random.int(30, 900) * day)
    const group = 1 + (i % groups)
    // Whoever moved did so in the history but not this month, so that this month compares with the last.
    const movedAt = random.int(start, monthStart - 2 * day)
    const since = random.chance(0.02)
      ? random.int(start, monthStart - 2 * day)
      : start - random.int(200, 12_000) * day
    const leaves = i >= village.households
    register.households.push({
      id,
      villageId: village.id,
      address: `${village.name}${group}组${1 + Math.floor(i / groups)}号`,
      villageGroup: `${group}组`,
      residentSinceOn: dayAt(leaves ? start - random.int(400, 9000) * day : since),
      residentUntilOn: leaves ? dayAt(movedAt) : null,
      endedHow: leaves ? 'moved_out' : null,
    })
    if (!leaves) homes.push({ id, village, group })
  }
  return homes
}

function addResident(town: Town, random: Random, register: Register, home: Home) {
  const at = town.time.start - random.int(1, 700) * day
  const { name, surname } = makeName(random)
  const residentId = random.id(at)
  const phone = fakePhone(register.residents.length)
  register.residents.push({
    id: residentId,
    householdId: home.id,
    name,
    nameInitials: initialsOf(name),
    phone,
    note: '',
    bornOn: null,
    diedOn: null,
    createdAt: new Date(at),
  })
  return { residentId, name, surname, phone }
}

function addContact(
  town: Town,
  random: Random,
  register: Register,
  home: Home,
  state: 'live' | 'removed' | 'opted_out',
): void {
  const { start, monthStart } = town.time
  const { residentId, name, surname, phone } = addResident(town, random, register, home)
  const { channel } = random.weighted(shares)
  const before = random.chance(0.8)
  const since = before ? start - random.int(1, 600) * day : random.int(start, monthStart - 2 * day)
  const ended = new Date(random.int(Math.max(start, since + day), monthStart - day))
  const contactId = random.id(since)
  register.contacts.push({
    id: contactId,
    channel,
    externalId: channel === 'wechat' ? `demo-${contactId.slice(-12)}` : null,
    workAccount: channel === 'wechat' ? accountOf(town, home.village) : null,
    residentId,
    villageId: home.village.id,
    name,
    phone: channel === 'phone' || random.chance(0.3) ? phone : '',
    createdAt: new Date(since),
    removedAt: state === 'removed' ? ended : null,
    optedOutAt: state === 'opted_out' ? ended : null,
  })
  if (state !== 'live') return
  const { village, group } = home
  register.people.push({
    contactId,
    residentId,
    channel,
    party: home.id,
    village,
    group,
    name,
    surname,
    phone,
    since,
  })
}

/** A door without a person: the phone page of somebody who has not said who she is. */
function addStranger(town: Town, random: Random, register: Register, home: Home | null, phone: string): void {
  const since = random.int(town.time.start, town.time.monthStart - 2 * day)
  const contactId = random.id(since)
  const { name, surname } = makeName(random)
  const shown = random.chance(0.5) ? name : ''
  register.contacts.push({
    id: contactId,
    channel: 'web',
    externalId: null,
    workAccount: null,
    residentId: null,
    villageId: home?.village.id ?? null,
    name: shown,
    phone,
    createdAt: new Date(since),
    removedAt: null,
    optedOutAt: null,
  })
  const village = home?.village ?? null
  const group = home?.group ?? 0
  register.people.push({
    contactId,
    residentId: null,
    channel: 'web',
    party: contactId,
    village,
    group,
    name: shown,
    surname,
    phone,
    since,
  })
}

function accountOf(town: Town, village: TownVillage): string {
  return town.officers.find((officer) => officer.id === village.auxiliaryId)!.username
}
