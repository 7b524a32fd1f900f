import { drawSample } from '../../server/domains/statistics/review-sample.ts'
import type { Pool } from '../../server/platform/database/pool.ts'
import { startOfDay } from '../../server/platform/station-day.ts'
import { inStation, type Tx } from '../../server/platform/tenancy.ts'
import { day, dayAt, hour, minute } from './demo-time.ts'
import { insertRows } from './insert-rows.ts'
import { createRandom, type Random } from './random.ts'
import type { Town } from './town.ts'

/** Of the last full month so many are not looked at yet. */
const left = 5
/** So many months ago the chief came upon one that had been an emergency after all: then, or at the next quarrel drawn. */
const found = new Set([4, 9])
const why = '电话里说两人还在推搡，当时就该派人去。'

/**
 * In the first days of each month the chief looks at what chance drew of the month before; what he decided himself stays for
 * somebody else. The rows are those a review writes.
 */
export async function reviewHistory(pool: Pool, town: Town): Promise<void> {
  const random = createRandom(town.seed, 'reviews')
  const months = monthsBefore(town)
  let due = 0
  for (const [index, { month, reviewedAt }] of months.entries()) {
    const monthsAgo = months.length - index
    if (found.has(monthsAgo)) due++
    const came = await inStation(pool, town.stationId, (tx) =>
      reviewMonth(tx, town, random, { month, from: reviewedAt, monthsAgo, due: due > 0 }),
    )
    if (came) due--
  }
}

async function reviewMonth(
  tx: Tx,
  town: Town,
  random: Random,
  { month, from, monthsAgo, due }: { month: string; from: number; monthsAgo: number; due: boolean },
): Promise<boolean> {
  const drawn = await drawSample(tx, town.chiefId, month, new Date(from))
  const others = drawn.filter(({ own }) => !own)
  const looked = others.slice(0, monthsAgo === 1 ? -left : others.length)
  // What was an emergency after all was a quarrel, never the loss of a key.
  const emergency = due ? looked.find(({ scenario }) => scenario === 'mediation') : undefined
  const reviews = looked.map((matter, place) => {
    const at = from + place * 3 * minute
    return { matter, at, id: random.id(at), eventId: random.id(at), wasEmergency: matter === emergency }
  })
  await insertRows(
    tx,
    'matterReviews',
    reviews.map(({ matter, at, id, wasEmergency }) => ({
      id,
      matterKind: matter.kind,
      matterId: matter.id,
      closedAt: matter.closedAt,
      wasEmergency,
      note: wasEmergency ? why : '',
      reviewedBy: town.chiefId,
      reviewedAt: new Date(at),
    })),
  )
  await insertRows(
    tx,
    'events',
    reviews.map(({ matter, at, id, eventId, wasEmergency }) => ({
      id: eventId,
      name: 'matter.reviewed',
      actorKind: 'officer',
      actorId: town.chiefId,
      subjectKind: matter.kind,
      subjectId: matter.id,
      conversationId: matter.conversationId,
      contactId: matter.contactId,
      villageId: matter.villageId,
      data: JSON.stringify({ reviewId: id, wasEmergency }),
      at: new Date(at),
    })),
  )
  return emergency !== undefined
}

/** Every full month of the history whose review lies behind us, with the moment in the month after it. */
function monthsBefore({ time }: Town): { month: string; reviewedAt: number }[] {
  const months = []
  for (let month = dayAt(time.start).slice(0, 7); ; month = monthAfter(month)) {
    const over = startOfDay(`${monthAfter(month)}-01`).getTime()
    const reviewedAt = Math.min(over + 2 * day + 15 * hour, time.now - 2 * hour)
    if (reviewedAt < over) return months
    months.push({ month, reviewedAt })
  }
}

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}
