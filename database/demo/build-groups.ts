import { day } from './demo-time.ts'
import type { Rows } from './insert-rows.ts'
import type { Random } from './random.ts'
import type { Town } from './town.ts'

const kinds = ['平安', '村民', '通知', '邻里', '家长', '种养', '红白理事', '义务巡逻']

/** The village groups with a work account in them; the last ones were joined before this month. */
export function buildGroups(town: Town, random: Random): Rows<'chatGroups'> {
  const { start, monthStart } = town.time
  return town.villages.flatMap((village) =>
    Array.from({ length: village.groups }, (_, index) => {
      const at = random.chance(0.78)
        ? start - random.int(10, 900) * day
        : random.int(start, monthStart - 2 * day)
      const id = random.id(at)
      const ownerOfficerId = index === 0 ? town.chiefId : village.auxiliaryId
      return {
        id,
        chatId: `demo-${id.slice(-12)}`,
        ownerAccount: town.officers.find((officer) => officer.id === ownerOfficerId)!.username,
        villageId: village.id,
        name:
          index === 0
            ? `${village.name}总群`
            : `${village.name}${Math.ceil(index / 2)}组${kinds[index % kinds.length]}群`,
        ownerOfficerId,
        memberCount: random.int(index === 0 ? 320 : 45, index === 0 ? 490 : 260),
        createdAt: new Date(at),
        changedAt: new Date(at),
        checkedAt: new Date(town.time.now),
      }
    }),
  )
}
