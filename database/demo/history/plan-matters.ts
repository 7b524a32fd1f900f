import type { Channel, Scenario } from '../../../contract/vocabulary.ts'
import { startOfDay } from '../../../server/platform/station-day.ts'
import { day, daysBetween, hour, timeOfDay } from '../demo-time.ts'
import { createRandom, type Random } from '../random.ts'
import { emergencyTopics } from '../talk/emergencies.ts'
import { talk } from '../talk/talk.ts'
import type { Topic } from '../talk/topic.ts'
import type { Person, Town } from '../town.ts'
import { momentOfAsking } from './clock.ts'
import type { Matter } from './matter.ts'
import { matterPlanner } from './plan-matter.ts'
import { planReturn } from './plan-return.ts'
import type { VisitBook } from './visit-book.ts'

const mattersADay = 13
const walkInsADay = 1.6
const emergencyShare = 0.014

const scenarioShares: { scenario: Scenario; weight: number }[] = [
  { scenario: 'business', weight: 40 },
  { scenario: 'anti_fraud', weight: 17 },
  { scenario: 'mediation', weight: 15 },
  { scenario: 'other_office', weight: 12 },
  { scenario: 'safety', weight: 10 },
  { scenario: 'public_information', weight: 6 },
]
const channelShares: { channel: Channel; weight: number }[] = [
  { channel: 'wechat', weight: 62 },
  { channel: 'web', weight: 13 },
  { channel: 'phone', weight: 12 },
  { channel: 'walk_in', weight: 9 },
  { channel: 'seen_elsewhere', weight: 4 },
]
/** Many come home for the Spring Festival, and the young again in summer. */
const monthShares = [1.25, 1.3, 0.95, 1, 0.95, 0.95, 1.1, 1.1, 1.05, 1, 0.95, 1]
/** The same person or household is left alone until her last matter can't be confused with a new one. */
const rest = 7.5 * day

/** Fourteen months of matters in the order in which they began, by people who had their door by then. */
export function planMatters(town: Town, people: Person[], visits: VisitBook): Matter[] {
  const random = createRandom(town.seed, 'matters')
  const { planMatter, planVisitor } = matterPlanner(random, visits, town.guides)
  const doors = new Map<Channel, Person[]>()
  for (const person of people) doors.set(person.channel, [...(doors.get(person.channel) ?? []), person])
  const households = new Map<string, Person[]>()
  for (const person of people) households.set(person.party, [...(households.get(person.party) ?? []), person])
  const restingUntil = new Map<string, number>()
  const matters: Matter[] = []

  function choose(channel: Channel, at: number): Person | null {
    for (let tries = 0; tries < 40; tries++) {
      const person = random.pick(doors.get(channel) ?? [])
      if (person.since < at && (restingUntil.get(person.party) ?? 0) < at) return person
    }
    return null
  }

  function add(matter: Matter): void {
    const back = planReturn(matter, town.time.now, random)
    matter.comesBack = back
    matters.push(matter)
    let last = Math.max(matter.closedAt, back && 'closedAgainAt' in back ? back.closedAgainAt : 0)
    if (back?.kind === 'asks_anew') {
      const person = random.pick(households.get(matter.person.party)!)
      const again = planMatter(person, matter.scenario, matter.topic, back.at, false)
      again.again = true
      matters.push(again)
      last = Math.max(last, again.closedAt)
    }
    restingUntil.set(matter.person.party, last + rest)
  }

  for (const today of daysBetween(town.time.start, town.time.now)) {
    const dayStart = startOfDay(today).getTime()
    const month = Number(today.slice(5, 7))
    const weekend = [0, 6].includes(new Date(`${today}T12:00:00Z`).getUTCDay())
    const growth = 0.85 + (0.3 * (dayStart - town.time.start)) / (town.time.now - town.time.start)
    const expected = monthShares[month - 1]! * (weekend ? 0.75 : 1.1) * growth
    for (let left = expected * mattersADay * random.around(1, 0.2); left > random.next(); left--) {
      const at = momentOfAsking(dayStart, random)
      const person = choose(random.weighted(channelShares).channel, at)
      if (!person || at > town.time.now - 6 * hour) continue
      const emergency = random.chance(emergencyShare)
      const found = emergency ? random.weighted(emergencyTopics) : chooseTopic(random, month)
      add(planMatter(person, found.scenario, found, at, emergency))
    }
    for (let left = weekend ? 0.5 : walkInsADay; left > random.next(); left--) {
      const at = timeOfDay(dayStart, random.pick([8, 9, 10, 11, 14, 15, 16]), random.int(30, 55))
      const person = choose('walk_in', at)
      if (!person || at > town.time.now - 3 * hour) continue
      add(planVisitor(person, at))
    }
  }
  return matters.sort((a, b) => a.openedAt - b.openedAt)
}

function chooseTopic(random: Random, month: number): Topic & { scenario: Scenario } {
  const { scenario } = random.weighted(scenarioShares)
  const topics = talk[scenario].filter((topic) => !topic.months || topic.months.includes(month))
  return { ...random.weighted(topics), scenario }
}
