import { minute } from '../demo-time.ts'
import type { Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town } from '../town.ts'
import { addClock } from './case-clock.ts'
import { addPapers } from './case-papers.ts'
import { addStatus } from './case-status.ts'
import { decideCase } from './decide-case.ts'
import type { Hands, Matter, WrittenCase } from './matter.ts'
import type { Thread } from './thread.ts'

/** Opens the case of a matter and, when its end is past, decides it. */
export function writeCase(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  thread: Thread | null,
  fill: (text: string) => string,
): WrittenCase | null {
  const { person, topic, emergency } = matter
  const openedAt = matter.caseOpenedAt
  if (openedAt === null || !topic.case) return null
  const guide = topic.guide ? town.guides.get(topic.guide.code) : undefined
  const id = random.id(openedAt)
  const number = ledger.number('case', openedAt)
  const villageId = person.village?.id ?? null
  const subject: Subject = {
    kind: 'case',
    id,
    conversationId: thread?.id ?? null,
    contactId: person.contactId,
    villageId,
  }
  const officer = { kind: 'officer', id: hands.officerId } as const
  const { kind, title } = topic.case
  const isService = kind === 'service'
  ledger.event(openedAt, 'case.opened', officer, subject, { kind, channel: person.channel, emergency })
  addStatus(ledger, random, id, 'open', openedAt, hands.officerId)
  if (matter.counterOnly) {
    const { name, phone, residentId } = person
    ledger.add('casePeople', {
      id: random.id(openedAt),
      caseId: id,
      residentId,
      name: name || '来办事的居民',
      phone,
      part: 'applicant',
      addedBy: hands.officerId,
      addedAt: new Date(openedAt),
      removedAt: null,
    })
  }
  if (isService && guide) addPapers(town, ledger, random, matter, hands, subject, guide)
  const startedAt = openedAt + random.int(1, 50) * minute
  const decided = matter.closedAt <= town.time.now
  const status = decided ? 'done' : startedAt < town.time.now ? statusUnderWay(random, matter) : 'open'
  if (startedAt < Math.min(matter.closedAt, town.time.now) - minute) {
    addStatus(ledger, random, id, 'in_progress', startedAt, hands.officerId)
    ledger.event(startedAt, 'case.status_changed', officer, subject, { from: 'open', to: 'in_progress' })
  }
  const waitingAt =
    status === 'waiting_resident'
      ? (matter.promise?.pausedAt ?? Math.min(startedAt + minute, town.time.now))
      : null
  if (waitingAt !== null) {
    addStatus(ledger, random, id, status, waitingAt, hands.officerId, '等居民')
    ledger.event(waitingAt, 'case.status_changed', officer, subject, {
      from: 'in_progress',
      to: status,
    })
  }
  if (matter.ownSearch) {
    const at = matter.openedAt + matter.ownSearch.after * minute
    const search = { minutes: matter.ownSearch.minutes, saidBy: 'asker' }
    ledger.add('caseOwnSearches', {
      id: random.id(at),
      caseId: id,
      ...search,
      officerId: hands.officerId,
      recordedAt: new Date(at),
    })
    ledger.event(at, 'case.own_search_recorded', officer, subject, search)
  }
  addClock(town, ledger, random, matter, subject, guide, waitingAt)
  const written: WrittenCase = { id, number, subject, words: '' }
  const end = decided
    ? decideCase(town, ledger, random, matter, hands, thread, written, fill)
    : { status, finishedAt: null }
  ledger.add('cases', {
    id,
    number,
    kind,
    title: isService && guide ? guide.name : title,
    details: isService ? '' : fill(random.pick(topic.asks)),
    status: end.status,
    emergency,
    channel: matter.counterOnly ? 'walk_in' : person.channel,
    scenario: matter.scenario,
    villageId,
    contactId: person.contactId,
    conversationId: thread?.id ?? null,
    guideId: isService ? (guide?.id ?? null) : null,
    assigneeId: hands.deciderId,
    place: isService || !person.village ? '' : `${person.village.name}${person.group}组`,
    latitude: isService || !person.village ? null : person.village.latitude + (random.next() - 0.5) * 0.012,
    longitude: isService || !person.village ? null : person.village.longitude + (random.next() - 0.5) * 0.012,
    openedBy: hands.officerId,
    openedAt: new Date(openedAt),
    finishedAt: end.finishedAt,
    mergedInto: null,
    clientKey: id,
  })
  if (thread) {
    const fact = { conversationId: thread.id, toldAt: new Date(openedAt) }
    ledger.add('conversationFacts', { ...fact, variable: '案件编号', value: number })
    if (written.words)
      ledger.add('conversationFacts', { ...fact, variable: '案件结果', value: written.words })
    ledger.add('conversationHolds', {
      conversationId: thread.id,
      holderKind: 'case',
      holderId: id,
      heldAt: new Date(openedAt),
      releasedAt: end.finishedAt,
    })
    const held = { kind: 'conversation', id: thread.id, conversationId: thread.id }
    ledger.event(openedAt, 'conversation.held', officer, held)
  }
  return written
}

/** What is told word by word waits only where its promise does. */
function statusUnderWay(random: Random, { promise }: Matter): string {
  if (promise) return promise.pausedAt ? 'waiting_resident' : 'in_progress'
  return random.pick(['in_progress', 'in_progress', 'waiting_resident'])
}
