import { wordsOf } from '../refusal.ts'
import type { World } from '../world.ts'
import { changeGroup, shapeNow } from './group.ts'

const period = 90 * 86_400_000

/** New owners for groups, at once and without an event. Gives back those that were refused, each with its code. */
export function transferGroups(world: World, chatIds: string[], newOwner: string, ownerLeft: boolean) {
  return chatIds.flatMap((chat_id) => {
    const errcode = transferGroup(world, chat_id, newOwner, ownerLeft)
    return errcode === 0 ? [] : [{ chat_id, errcode, errmsg: wordsOf(errcode) }]
  })
}

/** 90500 and 90502 from memory (U): the owner has not left, has left. 90508 stands for all limits (U). */
function transferGroup(world: World, chatId: string, newOwner: string, ownerLeft: boolean): number {
  const group = world.groups.groups.get(chatId)
  if (!group || group.dismissed) return 90501
  const shape = shapeNow(group)
  const left = world.corporation.members.get(shape.owner)?.left ?? true
  if (left !== ownerLeft) return ownerLeft ? 90500 : 90502
  if (shape.owner === newOwner) return 90504
  const now = world.clock.now()
  group.transferredAt = group.transferredAt.filter((at) => now - at < period)
  if (group.transferredAt.length >= world.settings.groups.transfersPer90Days) return 90508
  group.transferredAt.push(now)
  const there = shape.members.some(({ userid }) => userid === newOwner)
  const owner = {
    userid: newOwner,
    type: 1 as const,
    joinedAt: now,
    joinScene: 1 as const,
    nickname: '',
  }
  const members = there ? undefined : [...shape.members, owner]
  changeGroup(world, group, { owner: newOwner, ...(members && { members }) })
  group.status = ownerLeft ? 3 : 0
  return 0
}
