import type { World } from '../world.ts'

const day = 86_400_000
/** WeCom counts days as China does. */
const chinaOffset = 8 * 3_600_000

/** E20: whether one more mass message may reach a customer or group now, by the rule the admin chose. */
export function mayReceive(world: World, id: string): boolean {
  const now = world.clock.now()
  const sends = world.broadcasts.sends.get(id) ?? []
  const today = Math.floor((now + chinaOffset) / day)
  const date = new Date(now + chinaOffset)
  const month = [date.getUTCFullYear(), date.getUTCMonth()] as const
  const firstOfMonth = Date.UTC(...month) / day
  const daysOfMonth = new Date(Date.UTC(month[0], month[1] + 1, 0)).getUTCDate()
  const since = (first: number) => sends.filter((at) => Math.floor((at + chinaOffset) / day) >= first).length
  const rules = {
    days_of_month: () => since(firstOfMonth) < daysOfMonth,
    // Whether the week is a calendar one is not known (U): the last seven days here.
    '7_a_week': () => since(today - 6) < 7,
    '1_a_day': () => since(today) < 1,
  }
  return rules[world.settings.broadcasts.cap]()
}

export function countSend(world: World, id: string): void {
  const sends = world.broadcasts.sends.get(id) ?? []
  sends.push(world.clock.now())
  world.broadcasts.sends.set(id, sends)
}
