import { appsWith, notify } from '../callbacks/notify.ts'
import type { Xml } from '../callbacks/xml.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Group, GroupShape } from './state.ts'

const mostShapes = 20

export function makeGroup(world: World, shape: Omit<GroupShape, 'version'>): Group {
  const draw = world.random('groups')
  const chatId = `wrEMU${draw.letters(27)}`
  const now = world.clock.now()
  const first = { ...shape, version: draw.bytes(16).toString('hex') }
  const group: Group = {
    chatId,
    createdAt: now,
    dismissed: false,
    status: 0,
    shapes: [{ at: now, shape: first }],
    transferredAt: [],
  }
  world.groups.groups.set(chatId, group)
  return group
}

export function groupFor(world: World, chatId: string): Group {
  const group = world.groups.groups.get(chatId)
  if (!group || group.dismissed) throw new Refusal(90501)
  return group
}

export function groupWith(world: World, chatId: string): Group {
  const group = world.groups.groups.get(chatId)
  if (!group) throw new Error(`模拟里没有群 ${chatId}。`)
  return group
}

export const shapeNow = (group: Group): GroupShape => group.shapes.at(-1)!.shape

/** E13: what groupchat/get tells: for two seconds after a change, what was before it. */
export function shapeSeen(world: World, group: Group): GroupShape {
  const limit = world.clock.now() - world.settings.groups.staleMs
  const seen = group.shapes.findLast(({ at }) => at <= limit) ?? group.shapes[0]!
  return seen.shape
}

/** Members moving makes a new version; a new name, owner or notice does not. */
export function changeGroup(
  world: World,
  group: Group,
  change: Partial<GroupShape>,
): { last: string; current: string } {
  const before = shapeNow(group)
  const version = change.members ? world.random('groups').bytes(16).toString('hex') : before.version
  group.shapes.push({ at: world.clock.now(), shape: { ...before, ...change, version } })
  if (group.shapes.length > mostShapes) group.shapes.shift()
  return { last: before.version, current: version }
}

export function tellGroup(
  world: World,
  group: Group,
  change: string,
  more: { [name: string]: Xml | undefined } = {},
): void {
  const fields = { ChatId: group.chatId, ChangeType: change, ...more }
  notify(world, appsWith(world, 'contact'), 'change_external_chat', fields)
}
