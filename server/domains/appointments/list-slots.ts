import type { Slot, SlotDay, Slots } from '../../../contract/appointments.ts'
import { conflict, notFound } from '../../platform/errors.ts'
import { addDays, endOfDay, startOfDay, stationDay } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findGuide, type GuideFacts } from '../services/views.ts'
import { readOpeningCalendar } from './read-calendar.ts'
import { daysAhead, isWithin, openStretches, overlaps, reachOf, type Stretch, slotsOfDay } from './rules.ts'

export type SlotSearch = {
  from?: string | undefined
  days?: number | undefined
  /** How long ahead the first one must be. */
  leadMinutes: number
  now: Date
}

const defaultDays = 7

/** The guide to book for. Throws `not_found` for one that is hidden, `conflict` for one that needs no appointment. */
export async function findBookableGuide(tx: Tx, slug: string): Promise<GuideFacts> {
  const guide = await findGuide(tx, { slug })
  if (!guide || guide.hidden) throw notFound()
  if (!guide.bookable) throw conflict('这个事项不用预约，或者不在派出所办理，请看办事指南。')
  return guide
}

/**
 * What `GET /api/slots` answers: the days, their times and how many counters are free at each. No names. `appointmentId`: one
 * for this guide that stands and is to be moved, whether the guide is still shown or not.
 */
export async function showSlots(
  tx: Tx,
  slug: string,
  { appointmentId, ...search }: SlotSearch & { appointmentId?: string | undefined },
): Promise<Slots> {
  const guide =
    (appointmentId && (await guideOfBooked(tx, slug, appointmentId))) || (await findBookableGuide(tx, slug))
  const { name, minutes } = guide
  return { guide: { slug, name, minutes }, days: await listSlots(tx, minutes, search) }
}

async function guideOfBooked(tx: Tx, slug: string, appointmentId: string): Promise<GuideFacts | null> {
  const guide = await findGuide(tx, { slug })
  const { rowCount } = await tx.client.query(
    `select from appointments where station_id = $1 and id = $2 and guide_id = $3 and status = 'booked'`,
    [tx.stationId, appointmentId, guide?.id],
  )
  return rowCount! > 0 ? guide : null
}

/** Days from `from` (not before today, not beyond the reach) with every time that can still be given out. */
export async function listSlots(tx: Tx, minutes: number, search: SlotSearch): Promise<SlotDay[]> {
  const { now, leadMinutes } = search
  const today = stationDay(now)
  const from = search.from && search.from > today ? search.from : today
  const last = addDays(today, daysAhead)
  if (from > last) return []
  const until = earlier(addDays(from, (search.days ?? defaultDays) - 1), last)
  const calendar = await readOpeningCalendar(tx, from, until)
  const counters = await readBusyCounters(tx, from, until)
  const reach = reachOf(now, leadMinutes)
  const days: SlotDay[] = []
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const busyToday = counters.map((busy) => busy.filter((stretch) => stationDay(stretch.startsAt) === day))
    const slots = slotsOfDay(calendar, day, minutes).filter((slot) => isWithin(reach, slot.startsAt))
    days.push({
      day,
      open: openStretches(calendar, day).length > 0,
      name: calendar.days.get(day)?.name ?? null,
      slots: slots.map((slot) => ({
        startsAt: slot.startsAt.toISOString(),
        endsAt: slot.endsAt.toISOString(),
        free: busyToday.filter((busy) => !busy.some((taken) => overlaps(taken, slot))).length,
      })),
    })
  }
  return days
}

/** The next free times at or after a moment, three unless told, of all that can still be given out. */
export async function nextFreeSlots(
  tx: Tx,
  minutes: number,
  after: Date,
  search: { leadMinutes: number; now: Date },
  count = 3,
): Promise<Slot[]> {
  const found: Slot[] = []
  const last = addDays(stationDay(search.now), daysAhead)
  // A week at a time: mostly the first one has enough.
  for (
    let from = stationDay(after);
    from <= last && found.length < count;
    from = addDays(from, defaultDays)
  ) {
    const days = await listSlots(tx, minutes, { ...search, from })
    const free = days
      .flatMap((day) => day.slots)
      .filter((slot) => slot.free > 0 && new Date(slot.startsAt) >= after)
    found.push(...free)
  }
  return found.slice(0, count)
}

/** For each counter in use, the stretches already given out. */
async function readBusyCounters(tx: Tx, from: string, until: string): Promise<Stretch[][]> {
  const { rows } = await tx.client.query({
    name: 'read-busy-counters',
    text: `select k.id, a.starts_at as "startsAt", a.ends_at as "endsAt" from counters k
           left join appointments a on a.station_id = k.station_id and a.counter_id = k.id and not a.walk_in
             and a.status in ('booked', 'arrived', 'served') and a.starts_at >= $2 and a.starts_at < $3
           where k.station_id = $1 and k.closed_at is null`,
    values: [tx.stationId, startOfDay(from), endOfDay(until)],
  })
  const counters = new Map<string, Stretch[]>()
  for (const { id, startsAt, endsAt } of rows) {
    const busy = counters.get(id) ?? []
    if (startsAt) busy.push({ startsAt, endsAt })
    counters.set(id, busy)
  }
  return [...counters.values()]
}

function earlier(a: string, b: string): string {
  return a < b ? a : b
}
