import type { Register } from './build-register.ts'
import { day } from './demo-time.ts'
import type { Rows, RowsOf } from './insert-rows.ts'
import { createRandom, type Random } from './random.ts'
import type { Town } from './town.ts'

/** Of the contacts in homes where somebody else is reached too, so many removed the work account; and contacts nobody has matched with the register yet. */
const leftShare = 0.04
const unmatched = 24
/** Groups in which somebody of the nine is missing. */
const gaps = 7
const tags = ['网格员', '房东', '店主', '外出务工', '独居老人家属', '义警']

/**
 * The work accounts of the nine as WeCom would show them: their contacts with door and tags, and who is in which group.
 * `npm start` connects the town to a twin of WeCom that is given just this (wecom/).
 */
export function buildWorkContacts(town: Town, register: Register, chatGroups: Rows<'chatGroups'>): RowsOf {
  const random = createRandom(town.seed, 'work contacts')
  const staff = town.officers.filter(({ role }) => role === 'chief' || role === 'auxiliary')
  const contacts = strangersOf(town, register, random)
  const known = [
    ...register.contacts.filter(({ channel, removedAt }) => channel === 'wechat' && !removedAt),
    ...contacts,
  ]
  const doors = town.villages.map((village) => ({
    id: random.id(town.time.start),
    state: `demo-${village.code}`,
    label: `${village.name}服务台`,
    villageId: village.id,
    userIds: [accountOf(town, village.id)],
    configId: `demo-${village.code}`,
    qrUrl: `https://work.weixin.qq.com/ca/demo-${village.code}`,
    madeAt: new Date(town.time.start),
  }))
  const shared = inSharedHomes(register)
  return {
    contacts,
    workAccounts: staff.map(({ username }) => ({ userId: username })),
    officerWecomMembers: staff.map(({ id, username }) => ({
      userId: username,
      officerId: id,
      boundBy: id,
      boundAt: new Date(town.time.start),
      confirmedAt: new Date(town.time.start),
    })),
    contactDoors: doors,
    contactTags: tags.map((name, index) => ({ tagId: `demo-${index}`, name, groupName: '身份' })),
    externalPeople: known.map(({ id, externalId, name, createdAt }) => ({
      externalUserid: externalId!,
      contactId: id,
      name: name!,
      metAt: createdAt!,
    })),
    workContacts: known.map((contact) => followOf(town, random, contact, shared)),
    chatGroupMembers: membersOf(
      town,
      random,
      known,
      chatGroups,
      staff.map(({ username }) => username),
    ),
    chatGroupChanges: chatGroups.map(({ id, createdAt }) => ({
      id: random.id(town.time.start),
      groupId: id,
      kind: 'appeared',
      joined: 0,
      foundBy: 'comparison',
      at: createdAt!,
    })),
  }
}

function accountOf(town: Town, villageId: unknown): string {
  const village = town.villages.find(({ id }) => id === villageId) ?? town.villages[0]!
  return town.officers.find(({ id }) => id === village.auxiliaryId)!.username
}

type Contact = Rows<'contacts'>[number]

/** The residents of homes in which another one is reached too. */
function inSharedHomes(register: Register): Set<unknown> {
  const homeOf = new Map(register.residents.map(({ id, householdId }) => [id, householdId]))
  const live = register.contacts.filter(({ removedAt, optedOutAt }) => !removedAt && !optedOutAt)
  const byHome = Map.groupBy(live, ({ residentId }) => homeOf.get(residentId!))
  byHome.delete(undefined)
  byHome.delete(null)
  // One of each home stays, so that the home is reached.
  return new Set([...byHome.values()].flatMap((own) => own.slice(1).map(({ residentId }) => residentId)))
}

function followOf(
  town: Town,
  random: Random,
  contact: Contact,
  shared: Set<unknown>,
): Rows<'workContacts'>[number] {
  const { now } = town.time
  const village = town.villages.find(({ id }) => id === contact.villageId)
  const since = contact.createdAt as Date
  const left =
    shared.has(contact.residentId) && random.chance(leftShare) ? random.int(since.getTime(), now - day) : null
  return {
    userId: accountOf(town, contact.villageId),
    externalUserid: contact.externalId!,
    contactId: contact.id,
    remark: contact.residentId ? `${village?.name ?? ''} ${contact.name}` : contact.name!,
    mobiles: contact.phone ? [contact.phone] : [],
    tagIds: random.chance(0.12) ? [`demo-${random.int(0, tags.length - 1)}`] : [],
    door: village && random.chance(0.7) ? `demo-${village.code}` : '',
    addWay: random.chance(0.8) ? 1 : 4,
    followedAt: since,
    leftAt: left === null ? null : new Date(Math.max(left, since.getTime() + 1000)),
  }
}

/** People who added an account and whom nobody has matched: their remark says who they may be. */
function strangersOf(town: Town, register: Register, random: Random): Rows<'contacts'> {
  const homes = new Map(register.households.map((household) => [household.id, household]))
  const reached = new Set(register.contacts.map(({ residentId }) => residentId))
  const quiet = register.residents.filter(({ id }) => !reached.has(id))
  return random
    .shuffle(quiet)
    .slice(0, unmatched)
    .map((resident, index) => {
      const home = homes.get(resident.householdId!)
      const at = random.int(town.time.now - 20 * day, town.time.now - day)
      const id = random.id(at)
      const village = town.villages.find((each) => each.id === home?.villageId)
      const clue =
        index % 3 === 0
          ? `${village?.name} ${resident.name} ${resident.phone}`
          : `${village?.name} ${resident.name}`
      return {
        id,
        channel: 'wechat',
        externalId: `demo-${id.slice(-12)}`,
        workAccount: accountOf(town, home?.villageId),
        residentId: null,
        villageId: home?.villageId ?? null,
        name: clue,
        phone: '',
        createdAt: new Date(at),
        removedAt: null,
        optedOutAt: null,
      }
    })
}

/**
 * The nine in all groups but a few, and of each village its contacts, as many as fit. The rest are people of whom nobody
 * knows more than that they are there.
 */
function membersOf(
  town: Town,
  random: Random,
  known: Contact[],
  groups: Rows<'chatGroups'>,
  staff: string[],
): Rows<'chatGroupMembers'> {
  const rows: Rows<'chatGroupMembers'> = []
  const strangers = createRandom(town.seed, 'strangers in groups')
  const missing = new Map(
    random
      .shuffle(groups)
      .slice(0, gaps)
      .map(({ id }) => [id, staff[random.int(1, staff.length - 1)]]),
  )
  const ofVillage = Map.groupBy(known, ({ villageId }) => villageId)
  for (const village of town.villages) {
    const own = groups.filter(({ villageId }) => villageId === village.id)
    const people = random.shuffle(ofVillage.get(village.id) ?? [])
    for (const group of own) {
      const joinedAt = group.createdAt as Date
      const end = rows.length + (group.memberCount as number)
      const add = (memberId: string, isStaff: boolean) =>
        rows.push({ groupId: group.id, memberId, isStaff, joinedAt, joinScene: 1 })
      for (const account of staff)
        if (missing.get(group.id) !== account || account === group.ownerAccount) add(account, true)
      const most = Math.min((group.memberCount as number) - staff.length, group === own[0] ? 300 : 60)
      const from = random.int(0, Math.max(0, people.length - most))
      for (const { externalId } of people.slice(from, from + most)) add(externalId!, false)
      while (rows.length < end) add(`demo-${strangers.id(joinedAt.getTime()).slice(-12)}`, false)
    }
  }
  return rows
}
