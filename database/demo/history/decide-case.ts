import { hour, minute } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import * as words from '../talk/small-talk.ts'
import type { Town } from '../town.ts'
import { addStatus } from './case-status.ts'
import type { Hands, Matter, WrittenCase } from './matter.ts'
import type { Thread } from './thread.ts'
import { toldByOf } from './told-by-of.ts'

/** The outcome of a case, what the resident says to it, and the second outcome when she objects. */
export function decideCase(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  thread: Thread | null,
  written: WrittenCase,
  fill: (text: string) => string,
): { status: string; finishedAt: Date } {
  const objects = matter.comesBack?.kind === 'objects' ? matter.comesBack : null
  decide(
    matter.closedAt,
    fill(random.pick(endsOf(matter))),
    objects?.at ?? null,
    objects ? 'objection' : matter.verdict,
  )
  if (objects) {
    addStatus(
      ledger,
      random,
      written.id,
      'in_progress',
      objects.at,
      null,
      random.pick(words.ratingWords.objection),
    )
    ledger.event(
      objects.at,
      'case.reopened',
      { kind: 'resident', id: matter.person.contactId },
      written.subject,
      { byResident: true },
    )
    decide(objects.closedAgainAt, random.pick(words.endsAgain), null, null)
  }
  const finishedAt = objects ? objects.closedAgainAt : matter.closedAt
  const closesAt = finishedAt + random.int(5, 90) * minute
  if (!matter.told || closesAt > town.time.now) return { status: 'done', finishedAt: new Date(finishedAt) }
  addStatus(ledger, random, written.id, 'closed', closesAt, hands.deciderId)
  const officer = { kind: 'officer', id: hands.deciderId } as const
  ledger.event(closesAt, 'case.status_changed', officer, written.subject, { from: 'done', to: 'closed' })
  return { status: 'closed', finishedAt: new Date(finishedAt) }

  function decide(at: number, text: string, reopenedAt: number | null, verdict: string | null): void {
    const { settlement, emergency, person, told } = matter
    const officer = { kind: 'officer', id: hands.deciderId } as const
    const outcomeId = random.id(at)
    const channel = thread ? toldByOf(person.channel) : 'walk_in'
    ledger.add('caseOutcomes', {
      id: outcomeId,
      caseId: written.id,
      officerId: hands.deciderId,
      emergency,
      settlement,
      words: text,
      toldAt: told ? new Date(at) : null,
      toldByChannel: told ? channel : null,
      decidedAt: new Date(at),
      reopenedAt: reopenedAt === null ? null : new Date(reopenedAt),
    })
    addStatus(ledger, random, written.id, 'done', at, hands.deciderId)
    ledger.event(at, 'case.status_changed', officer, written.subject, {
      from: 'in_progress',
      to: 'done',
      settlement,
      emergency,
    })
    if (told) {
      thread?.answer(at + 200, hands.deciderId, text)
      ledger.event(at + 300, 'case.outcome_told', officer, written.subject, { outcomeId, channel })
    }
    written.words = text
    if (!verdict || !told) return
    const ratedAt = reopenedAt === null ? at + Math.round(random.around(5, 0.9) * hour) : reopenedAt - 1000
    if (ratedAt > town.time.now) return
    ledger.add('caseRatings', {
      id: random.id(ratedAt),
      caseId: written.id,
      outcomeId,
      verdict,
      words: random.pick(words.ratingWords[verdict as keyof typeof words.ratingWords]),
      ratedAt: new Date(ratedAt),
    })
    ledger.event(ratedAt, 'case.rated', { kind: 'resident', id: person.contactId }, written.subject, {
      verdict,
    })
  }
}

/** What is said at the end depends on whether somebody went out. */
export function endsOf(matter: Matter): readonly string[] {
  if (matter.settlement === 'withdrawn') return ['居民说已经自己解决，不用再办。', '居民撤回。']
  return matter.settlement === 'scene' && matter.topic.sceneEnds ? matter.topic.sceneEnds : matter.topic.ends
}
