import { AppError, conflict, invalid } from '../../platform/errors.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { nextFreeSlots } from './list-slots.ts'
import { readOpeningCalendar } from './read-calendar.ts'
import { isWithin, reachOf, type Stretch, slotAt } from './rules.ts'
import { listOpenCounters } from './store.ts'

export type SlotWish = { startsAt: Date; minutes: number; leadMinutes: number; now: Date }

/**
 * Tries the counters in order, the preferred one first, until `place` has put the appointment on one. Throws
 * `invalid` for a time that is not given out, `conflict` when it is taken; both name the next three free times.
 */
export async function takeSlot(
  tx: Tx,
  wish: SlotWish,
  place: (counterId: string, slot: Stretch) => Promise<boolean>,
  preferred?: string,
): Promise<void> {
  // A leap second passes as a date and time, but is no moment here.
  if (Number.isNaN(wish.startsAt.getTime())) throw invalid('这个时间看不懂，请从列表里选一个时间。')
  const slot = isWithin(reachOf(wish.now, wish.leadMinutes), wish.startsAt) ? await findSlot(tx, wish) : null
  if (!slot) {
    const message = '这个时间不能预约：可能不在办公时间，或者太近、太远了。请从列表里选一个时间。'
    throw new AppError('invalid', message, await nextFree(tx, wish))
  }
  const counters = await listOpenCounters(tx)
  counters.sort((a, b) => Number(b.id === preferred) - Number(a.id === preferred))
  for (const { id } of counters) if (await place(id, slot)) return
  throw conflict('这个时间刚刚被约满了，请另选一个时间。', await nextFree(tx, wish))
}

async function findSlot(tx: Tx, wish: SlotWish): Promise<Stretch | null> {
  const day = stationDay(wish.startsAt)
  return slotAt(await readOpeningCalendar(tx, day, day), wish.startsAt, wish.minutes)
}

async function nextFree(tx: Tx, wish: SlotWish) {
  // Asked for yesterday or next year: the next ones from now.
  const after = isWithin(reachOf(wish.now, 0), wish.startsAt) ? wish.startsAt : wish.now
  return { nextFree: await nextFreeSlots(tx, wish.minutes, after, wish) }
}
