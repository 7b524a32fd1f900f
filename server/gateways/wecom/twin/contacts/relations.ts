import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Relation } from './state.ts'

export const relationKey = (userid: string, externalUserId: string) => `${userid} ${externalUserId}`

/**
 * E19: there while the officer has the customer, whether or not the customer still has the officer; 84061 for a
 * half one, one the officer removed, and none.
 */
export function relationFor(world: World, userid: string, externalUserId: string): Relation {
  const relation = world.contacts.relations.get(relationKey(userid, externalUserId))
  if (!relation || relation.half) throw new Refusal(84061)
  return relation
}

export function relationsOf(world: World, userid: string): Relation[] {
  return [...world.contacts.relations.values()].filter((one) => one.userid === userid && !one.half)
}

export function followersOf(world: World, externalUserId: string): Relation[] {
  return [...world.contacts.relations.values()].filter(
    (one) => one.externalUserId === externalUserId && !one.half,
  )
}

export function addRelation(
  world: World,
  userid: string,
  externalUserId: string,
  given: Partial<Relation> = {},
): Relation {
  const now = world.clock.now()
  const relation: Relation = {
    userid,
    externalUserId,
    remark: world.people.get(externalUserId)?.name ?? '',
    description: '',
    remarkCompany: '',
    remarkMobiles: [],
    createdAt: now,
    addWay: 1,
    state: '',
    operUserid: externalUserId,
    tags: new Set(),
    half: false,
    oneWay: false,
    lastInteractionAt: now,
    chatted: false,
    ...given,
  }
  world.contacts.relations.set(relationKey(userid, externalUserId), relation)
  return relation
}
