import { hour, minute } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import { fillSlots } from '../talk/slots.ts'
import * as words from '../talk/small-talk.ts'
import type { Town } from '../town.ts'
import { endsOf } from './decide-case.ts'
import type { Hands, Matter, WrittenCase } from './matter.ts'
import type { Thread } from './thread.ts'
import { toldByOf } from './told-by-of.ts'

/** Closes the conversation of a matter, once or twice, and finishes the thread. */
export function writeClosings(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  thread: Thread,
  written: WrittenCase | null,
  fill: (text: string) => string,
): void {
  const { now } = town.time
  const { comesBack: back, emergency, settlement, person } = matter
  const officer = { kind: 'officer', id: hands.deciderId } as const
  const subject = {
    kind: 'conversation',
    id: thread.id,
    conversationId: thread.id,
    contactId: person.contactId,
    villageId: thread.villageId,
  }
  // A case is decided first; its conversation follows a little later.
  const later = written ? random.int(1, 15) * minute : 0
  const firstAt = matter.closedAt + later
  if (firstAt > now || matter.closedAt > now) {
    thread.finish({ closedAt: null, emergency })
    return
  }
  const reopens = back && back.kind !== 'asks_anew' ? back : null
  const closureId = close(
    firstAt,
    written ? written.words : fill(random.pick(endsOf(matter))),
    reopens?.at ?? null,
  )
  const verdict = reopens?.kind === 'objects' ? 'objection' : matter.verdict
  if (verdict && !written) rate(closureId, verdict, reopens?.at ?? null)
  if (!reopens) {
    thread.finish({ closedAt: firstAt, emergency })
    return
  }
  if (reopens.kind === 'writes') thread.ask(reopens.at, random.pick(words.sayAgain))
  else ledger.event(reopens.at, 'conversation.reopened', { kind: 'resident', id: person.contactId }, subject)
  const answerAt = Math.min(reopens.at + random.int(5, 60) * minute, reopens.closedAgainAt - minute)
  thread.answer(answerAt, hands.officerId, random.pick(words.answersAgain))
  const secondAt = reopens.closedAgainAt + later
  close(secondAt, random.pick(words.endsAgain), null)
  thread.finish({ closedAt: secondAt, emergency })

  function close(at: number, outcome: string, reopenedAt: number | null): string {
    const tell = matter.told && !written
    if (tell) thread.answer(at - 200, hands.deciderId, outcome)
    const id = random.id(at)
    ledger.add('closures', {
      id,
      conversationId: thread.id,
      officerId: hands.deciderId,
      emergency,
      settlement,
      outcome,
      outcomeToldAt: tell ? new Date(at) : null,
      outcomeToldBy: tell ? toldByOf(person.channel) : null,
      closedAt: new Date(at),
      reopenedAt: reopenedAt === null ? null : new Date(reopenedAt),
      reopenedBy: reopenedAt === null ? null : 'resident',
    })
    ledger.event(at, 'conversation.closed', officer, subject, { settlement, emergency, told: tell })
    return id
  }

  function rate(id: string, said: 'helped' | 'not_helped' | 'objection', before: number | null): void {
    const at =
      said === 'objection' && before !== null
        ? before - 1000
        : firstAt + Math.round(random.around(4, 0.9) * hour)
    if (at > now || (before !== null && at > before)) return
    ledger.add('ratings', {
      id: random.id(at),
      conversationId: thread.id,
      closureId: id,
      verdict: said,
      words: fillSlots(random.pick(words.ratingWords[said]), random, '', 1),
      ratedAt: new Date(at),
    })
    ledger.event(at, 'conversation.rated', { kind: 'resident', id: person.contactId }, subject, {
      verdict: said,
    })
  }
}
