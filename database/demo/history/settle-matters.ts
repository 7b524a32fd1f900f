import { dayAt } from '../demo-time.ts'
import { createRandom } from '../random.ts'
import type { Town } from '../town.ts'
import type { Matter } from './matter.ts'

/** The shares of matters diverted, month by month up to this one; the last full month is the last but one. */
const diversionByMonth = [
  0.89, 0.905, 0.895, 0.88, 0.885, 0.9, 0.91, 0.905, 0.895, 0.9, 0.905, 0.91, 0.905, 0.9, 0.91,
]

/**
 * Decides to whom somebody had to go out, so that together with those who came back every month ends at its share.
 * `stories` are the matters told elsewhere: diverted, and closed in the last full month. From that month a few are
 * dropped, so that nine tenths of it is a whole number.
 */
export function settleMatters(town: Town, matters: Matter[], stories: number): Matter[] {
  const random = createRandom(town.seed, 'settle')
  const lastMonth = dayAt(town.time.lastMonthStart).slice(0, 7)
  const months = [...new Set(matters.filter((each) => each.closedAt <= town.time.now).map(monthOf))].sort()
  const dropped = new Set<Matter>()
  months.forEach((month, index) => {
    const closed = matters.filter(
      (each) => !each.emergency && each.closedAt <= town.time.now && monthOf(each) === month,
    )
    const more = month === lastMonth ? stories : 0
    const free = random.shuffle(closed.filter((each) => !each.comesBack && !each.again))
    if (month === lastMonth) for (const each of free.splice(0, (closed.length + more) % 10)) dropped.add(each)
    const counted = closed.filter((each) => !dropped.has(each))
    const share = diversionByMonth[diversionByMonth.length - months.length + index] ?? 0.9
    const back = counted.filter((each) => each.comesBack).length
    const wanted = Math.round((counted.length + more) * (1 - share)) - back
    const suitable = free.filter((each) => each.settlement === 'online' && each.topic.sceneEnds)
    for (const each of suitable.slice(0, Math.max(0, wanted))) each.settlement = 'scene'
  })
  return matters.filter((each) => !dropped.has(each))
}

function monthOf(matter: Matter): string {
  return dayAt(matter.closedAt).slice(0, 7)
}
