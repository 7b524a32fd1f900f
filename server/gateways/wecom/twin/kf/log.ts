import { cursorOf, placeOf } from '../cursor.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { KfAccount, LogItem } from './state.ts'

/** What retention took is cut off in portions of this many, so that appending stays cheap. */
const cutEvery = 5000

export function appendToLog(world: World, account: KfAccount, item: LogItem['item']): void {
  account.log.items.push({ sendTime: world.clock.seconds(), item })
}

/** E14: places of the log are numbered from the beginning of time, twice over: an odd one was given by an empty page. */
export function pageOfLog(world: World, account: KfAccount, cursor: string | undefined, limit: number) {
  const { log } = account
  const draw = world.random('pages')
  const { shortPages, emptyPages } = world.settings.kf
  const oldest = oldestKept(world, account)
  const scope = `kf ${account.openKfId} ${log.epoch}`
  const twice = cursor ? placeOf(world, scope, cursor) : oldest * 2
  const place = Math.floor(twice / 2)
  if (place < oldest && world.settings.kf.staleCursor === 'refuse')
    throw new Refusal(world.settings.answers.badCursorCode, 'cursor')
  const from = Math.max(place, oldest)
  const end = log.gone + log.items.length
  if (from < end && twice % 2 === 0 && draw.chance(emptyPages))
    return { next_cursor: cursorOf(world, scope, from * 2 + 1), has_more: 1, msg_list: [] }
  const size = draw.chance(shortPages) ? draw.between(1, Math.max(1, Math.floor(limit / 2))) : limit
  const to = Math.min(from + size, end)
  const msg_list: unknown[] = []
  for (let at = from - log.gone; at < to - log.gone; at++) {
    const { item } = log.items[at]!
    if (item) msg_list.push(item)
  }
  return { next_cursor: cursorOf(world, scope, to * 2), has_more: to < end ? 1 : 0, msg_list }
}

function oldestKept(world: World, account: KfAccount): number {
  const { log } = account
  const limit = (world.clock.now() - world.settings.kf.retentionMs) / 1000
  let low = 0
  let high = log.items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (log.items[middle]!.sendTime < limit) low = middle + 1
    else high = middle
  }
  if (low >= cutEvery) {
    log.items.splice(0, low)
    log.gone += low
    return log.gone
  }
  return log.gone + low
}
