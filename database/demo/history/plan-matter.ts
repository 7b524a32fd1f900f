import type { Scenario } from '../../../contract/vocabulary.ts'
import { hour, minute } from '../demo-time.ts'
import type { Random } from '../random.ts'
import { talk } from '../talk/talk.ts'
import type { Topic } from '../talk/topic.ts'
import type { Person, TownGuide } from '../town.ts'
import { inWorkingHours, momentOfAnswer } from './clock.ts'
import type { Matter, Visit } from './matter.ts'
import type { VisitBook } from './visit-book.ts'

/** Hours until a case of a kind is decided: the usual, and how far apart they lie. */
const caseHours = {
  service: [40, 0.9],
  help: [3, 0.7],
  dispute: [60, 0.7],
  fraud: [50, 0.7],
  safety: [30, 0.7],
  rumour: [8, 0.7],
  other: [30, 0.7],
} as const
const sameDayShare = 0.78
/** Of those that would take longer than the guide says, how many do. */
const lateShare = 0.06

export type MatterPlanner = {
  planMatter: (person: Person, scenario: Scenario, topic: Topic, at: number, emergency: boolean) => Matter
  planVisitor: (person: Person, at: number) => Matter
}

export function matterPlanner(
  random: Random,
  visits: VisitBook,
  guides: Map<string, TownGuide>,
): MatterPlanner {
  function planMatter(
    person: Person,
    scenario: Scenario,
    topic: Topic,
    at: number,
    emergency: boolean,
  ): Matter {
    const captured = !['web', 'wechat'].includes(person.channel)
    const answeredAt = captured ? at + random.int(2, 25) * minute : momentOfAnswer(at, emergency, random)
    const opened = topic.case && random.chance(topic.case.share) ? topic.case : null
    const [median, spread] = opened ? caseHours[opened.kind] : [5, 1]
    const lasting = emergency
      ? Math.max(0.6, random.around(1.6, 0.5))
      : Math.min(240, Math.max(0.4, random.around(median, spread)))
    const closedAt = answeredAt + lasting * hour
    const withdrawn = random.chance(0.02)
    const told = random.chance(withdrawn ? 0.6 : 0.96)
    const plain = scenario === 'other_office' ? 'other_office' : withdrawn ? 'withdrawn' : 'online'
    const matter: Matter = {
      person,
      scenario,
      topic,
      emergency,
      settlement: emergency ? 'scene' : plain,
      openedAt: at,
      answeredAt: Math.round(answeredAt),
      closedAt: Math.round(emergency ? closedAt : inWorkingHours(closedAt, random)),
      told,
      verdict: !told ? null : random.chance(0.3) ? (random.chance(0.9) ? 'helped' : 'not_helped') : null,
      again: false,
      comesBack: null,
      caseOpenedAt: opened ? Math.round(answeredAt) + random.int(3, 25) * minute : null,
      counterOnly: false,
      visit: null,
    }
    return topic.guide
      ? withinLimit(plain === 'online' ? withVisit(matter, topic.guide) : matter, topic.guide)
      : matter
  }

  /** A service ends within the limit of its guide, as a rule: the short ones are what people come for. */
  function withinLimit(matter: Matter, { code }: NonNullable<Topic['guide']>): Matter {
    const { caseOpenedAt, closedAt } = matter
    const limit = guides.get(code)?.workingDays ?? null
    if (caseOpenedAt === null || limit === null || limit > 3) return matter
    // Who did not come is waited for.
    if (matter.visit && matter.visit.ends !== 'served') return matter
    const most = limit === 0 ? 1 : limit * 20 + 6
    if (closedAt <= caseOpenedAt + most * hour || random.chance(lateShare)) return matter
    const early =
      limit === 0
        ? caseOpenedAt + random.int(8, 55) * minute
        : inWorkingHours(caseOpenedAt + random.int(12, most) * hour, random)
    return { ...matter, closedAt: Math.max(early, matter.visit ? matter.visit.startsAt + 10 * minute : 0) }
  }

  /** Most who ask about a paper come to the counter; a few do not turn up, and it ends with a message. */
  function withVisit(matter: Matter, guide: NonNullable<Topic['guide']>): Matter {
    const comes = matter.caseOpenedAt !== null && random.chance(guide.atCounter)
    if (!comes && !random.chance(0.07)) return matter
    const slot = visits.take(matter.answeredAt, 0, 6, guides.get(guide.code)?.minutes ?? 15)
    if (!slot) return matter
    const ends = comes ? 'served' : random.pick(['no_show', 'cancelled'] as const)
    const visit: Visit = { ...slot, bookedAt: matter.answeredAt + 2 * minute, walkIn: false, ends }
    if (!comes) return { ...matter, visit, closedAt: Math.max(matter.closedAt, slot.endsAt + hour) }
    const caseOpenedAt = slot.startsAt + random.int(1, 6) * minute
    return { ...matter, visit, settlement: 'counter', caseOpenedAt, closedAt: closedFrom(caseOpenedAt) }
  }

  function closedFrom(caseOpenedAt: number): number {
    return random.chance(sameDayShare)
      ? caseOpenedAt + random.int(8, 55) * minute
      : inWorkingHours(caseOpenedAt + random.int(20, 200) * hour, random)
  }

  /** Somebody who simply comes to the counter: application and result lie in the case alone. */
  function planVisitor(person: Person, at: number): Matter {
    const topic = random.weighted(talk.business.filter((each) => each.case && each.guide))
    const minutes = guides.get(topic.guide!.code)?.minutes ?? 15
    const matter = planMatter(person, 'business', { ...topic, guide: undefined }, at, false)
    const visitor: Matter = {
      ...matter,
      topic,
      settlement: 'counter',
      answeredAt: at,
      closedAt: closedFrom(at),
      caseOpenedAt: at,
      counterOnly: true,
      visit: {
        startsAt: at,
        endsAt: at + minutes * minute,
        counter: 0,
        bookedAt: at,
        walkIn: true,
        ends: 'served',
      },
    }
    return withinLimit(visitor, topic.guide!)
  }

  return { planMatter, planVisitor }
}
