import { addRelation } from '../contacts/relations.ts'
import { addPerson } from '../people.ts'
import type { World } from '../world.ts'
import type { BroadcastSeed, CorporationSeed, MomentSeed } from './corporation-seed.ts'
import { seedAccount } from './seed-account.ts'
import { seedGroup } from './seed-group.ts'

/** Puts a corporation into the twin that has been there all along: nothing of it is told by a callback. */
export function seedCorporation(world: World, seed: CorporationSeed): void {
  const { corporation, contacts, groups, broadcasts, moments } = world
  corporation.members.clear()
  for (const member of seed.members)
    corporation.members.set(member.userid, { ...member, left: false, active: true })
  for (const person of seed.people) addPerson(world, person)
  for (const { name, tags } of seed.tagGroups) seedTags(world, name, tags)
  for (const { userid, externalUserId, ...relation } of seed.relations)
    addRelation(world, userid, externalUserId, relation)
  for (const way of seed.ways) contacts.ways.set(way.configId, wayFrom(world, way))
  for (const group of seed.groups) seedGroup(world, group)
  for (const { configId, remark, chatIds } of seed.joinWays)
    groups.joinWays.set(configId, {
      ...{ configId, remark, chatIds, scene: 2, state: '' },
      ...{ autoCreateRoom: 0, roomBaseName: '', roomBaseId: 0 },
    })
  for (const account of seed.accounts) seedAccount(world, account)
  for (const broadcast of seed.broadcasts) broadcasts.all.set(broadcast.msgid, broadcastFrom(broadcast))
  for (const moment of seed.moments) moments.moments.set(moment.momentId, momentFrom(moment))
}

function seedTags(world: World, name: string, tags: { id: string; name: string }[]): void {
  const createdAt = world.clock.now()
  const id = `etEMU${world.random('tags').letters(27)}`
  const byId = new Map(tags.map((tag, order) => [tag.id, { ...tag, createdAt, order }]))
  world.contacts.tagGroups.set(id, { id, name, createdAt, order: 0, tags: byId })
}

function wayFrom(world: World, { users, ...way }: CorporationSeed['ways'][number]) {
  const [app] = world.corporation.apps.values()
  return {
    ...way,
    appName: app!.name,
    ...{ type: users.length > 1 ? 2 : 1, scene: 2, style: 1, skipVerify: true },
    ...{ user: users, party: [], isTemp: false, until: null },
  }
}

function broadcastFrom({ userid, confirmedAt, targets, ...broadcast }: BroadcastSeed) {
  const status: 0 | 2 = confirmedAt === null ? 0 : 2
  return {
    ...broadcast,
    creator: userid,
    attachments: [],
    tasks: new Map([[userid, { userid, status, sentAt: confirmedAt ?? 0, targets }]]),
    cancelled: false,
    remindedAt: [],
  }
}

function momentFrom({ officers, ...moment }: MomentSeed) {
  const tasks = new Map(officers.map(({ userid, published }): [string, 0 | 1] => [userid, published ? 1 : 0]))
  return { ...moment, attachments: [], tasks, tags: [], comments: [], cancelled: false }
}
