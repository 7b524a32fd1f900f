import type { World } from '../world.ts'
import type { GroupSeed } from './corporation-seed.ts'

export function seedGroup(world: World, seed: GroupSeed): void {
  const { chatId, name, owner, createdAt } = seed
  const version = seed.version || world.random('groups').bytes(16).toString('hex')
  const members = seed.members.map((member) => ({ joinScene: 1 as const, nickname: '', ...member }))
  world.groups.groups.set(chatId, {
    chatId,
    createdAt,
    dismissed: false,
    status: 0,
    shapes: [{ at: createdAt, shape: { name, owner, notice: '', members, admins: [], version } }],
    transferredAt: [],
  })
}
