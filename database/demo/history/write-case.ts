import { dueAfterWorkingDays } from '../../../server/platform/working-days.ts'
import { day, hour, minute } from '../demo-time.ts'
import type { Ledger, Subject } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Town, TownGuide } from '../town.ts'
import { decideCase } from './decide-case.ts'
import type { Matter } from './matter.ts'
import type { Thread } from './thread.ts'
import type { Hands } from './write-matter.ts'

export type WrittenCase = {
  id: string
  number: string
  subject: Subject
  outcomeId: string | null
  words: string
}

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
  const status = decided
    ? 'done'
    : startedAt < town.time.now
      ? random.pick(['in_progress', 'in_progress', 'waiting_resident'])
      : 'open'
  if (startedAt < Math.min(matter.closedAt, town.time.now) - minute) {
    addStatus(ledger, random, id, 'in_progress', startedAt, hands.officerId)
    ledger.event(startedAt, 'case.status_changed', officer, subject, { from: 'open', to: 'in_progress' })
  }
  if (status === 'waiting_resident') {
    addStatus(ledger, random, id, status, startedAt + minute, hands.officerId, '等居民补材料')
    ledger.event(startedAt + minute, 'case.status_changed', officer, subject, {
      from: 'in_progress',
      to: status,
    })
  }
  addClock(town, ledger, random, matter, subject, guide)
  const written: WrittenCase = { id, number, subject, outcomeId: null, words: '' }
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

export function addStatus(
  ledger: Ledger,
  random: Random,
  caseId: string,
  status: string,
  at: number,
  officerId: string | null,
  note = '',
): void {
  const changedAt = new Date(at)
  ledger.add('caseStatusChanges', {
    id: random.id(at),
    caseId,
    status,
    officerId,
    byResident: officerId === null,
    note,
    changedAt,
  })
}

/** The papers of the guide; the resident says which she has, the counter which are right. */
function addPapers(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  hands: Hands,
  subject: Subject,
  guide: TownGuide,
): void {
  const openedAt = matter.caseOpenedAt!
  const before = Math.min(matter.closedAt, town.time.now)
  const atCounter = matter.settlement === 'counter' && matter.closedAt <= town.time.now
  guide.materials.forEach((material, position) => {
    ledger.add('caseMaterials', {
      caseId: subject.id,
      key: material.key,
      position,
      name: material.name,
      neededWhen: material.neededWhen,
    })
    const check = (at: number, verdict: string, officerId: string | null) => {
      if (at >= before) return
      ledger.add('caseMaterialChecks', {
        id: random.id(at),
        caseId: subject.id,
        key: material.key,
        verdict,
        fileId: null,
        officerId,
        note: '',
        checkedAt: new Date(at),
      })
      const actor = officerId
        ? ({ kind: 'officer', id: officerId } as const)
        : ({ kind: 'resident', id: subject.contactId! } as const)
      ledger.event(at, 'case.material_changed', actor, subject, { key: material.key, verdict, fileId: null })
    }
    if (!atCounter && random.chance(0.5)) check(openedAt + random.int(10, 600) * minute, 'ready', null)
    if (atCounter)
      check(
        openedAt + (2 + position) * minute,
        material.neededWhen && random.chance(0.6) ? 'not_needed' : 'accepted',
        hands.officerId,
      )
  })
}

function addClock(
  town: Town,
  ledger: Ledger,
  random: Random,
  matter: Matter,
  subject: Subject,
  guide: TownGuide | undefined,
): void {
  const startedAt = matter.caseOpenedAt!
  const stoppedAt = matter.closedAt <= town.time.now ? new Date(matter.closedAt) : null
  const clock = { id: random.id(startedAt), caseId: subject.id, startedAt: new Date(startedAt), stoppedAt }
  if (matter.topic.case?.kind === 'service' && guide && guide.workingDays !== null) {
    const dueAt = dueAfterWorkingDays(town.calendar, new Date(startedAt), guide.workingDays)
    ledger.add('caseClocks', { ...clock, kind: 'service_limit', workingDays: guide.workingDays, dueAt })
    return
  }
  const { promise } = matter
  if (!promise && !random.chance(0.15)) return
  const chief = { kind: 'officer', id: town.chiefId } as const
  const dueAt = new Date(
    promise?.dueAt ?? Math.max(matter.closedAt, startedAt + random.int(2, 9) * day) + random.int(0, 6) * hour,
  )
  ledger.add('caseClocks', { ...clock, kind: 'promise', workingDays: null, dueAt })
  ledger.event(startedAt + 1000, 'case.clock_changed', chief, subject, { clockId: clock.id, change: 'start' })
  if (!promise?.pausedAt) return
  const { pausedAt } = promise
  const pause = { clockId: clock.id, change: 'pause', workingDays: null }
  const reason = '等居民从外地回来'
  ledger.add('caseClockChanges', {
    id: random.id(pausedAt),
    ...pause,
    dueAt,
    reason,
    officerId: town.chiefId,
    changedAt: new Date(pausedAt),
  })
  ledger.event(pausedAt, 'case.clock_changed', chief, subject, pause)
}
