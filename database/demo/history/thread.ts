import type { Channel, Office, Scenario } from '../../../contract/vocabulary.ts'
import { minute } from '../demo-time.ts'
import type { DemoActor, Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Person, Town, TownScript } from '../town.ts'
import { readDemoMessage } from './read-demo-message.ts'

/** A conversation being written: every line becomes the rows and the event that the deed would have made. */
export type Thread = {
  id: string
  number: string
  contactId: string
  villageId: string | null
  /** Where the last line stands; the next comes later. */
  last: number
  ask: (at: number, body: string) => string
  answer: (at: number, officerId: string, body: string, script?: TownScript) => string
  note: (at: number, officerId: string, body: string, mentions?: string[]) => void
  read: (at: number, officerId: string) => void
  assign: (at: number, officerId: string, byId: string, reason: string) => void
  /** Called once, at the end: writes the conversation itself. */
  finish: (state: { closedAt: number | null; emergency: boolean }) => void
}

export function createThread(
  town: Town,
  ledger: Ledger,
  random: Random,
  begin: {
    person: Person
    scenario: Scenario
    office: Office | null
    openedAt: number
    villageId: string | null
    assigneeId: string | null
    /** Who wrote down what was said elsewhere; null when the resident wrote herself. */
    capturedBy: string | null
    emergency: boolean
    /** When an officer first opens it. */
    readAt: number
  },
): Thread {
  const { person, scenario, office, openedAt, villageId, capturedBy } = begin
  const id = random.id(openedAt)
  const number = ledger.number('conversation', openedAt)
  const resident: DemoActor = { kind: 'resident', id: person.contactId }
  const subject = { conversationId: id, contactId: person.contactId, villageId }
  let assigneeId = begin.assigneeId
  let preview = ''
  let waitingSince: number | null = null
  let firstAnswerAt: number | null = null
  let first = true
  /** The machine heard danger in one of the messages. */
  let alarmed = false
  const seen = begin.readAt < town.time.now

  function store(
    at: number,
    direction: 'inbound' | 'outbound' | 'note',
    authorId: string | null,
    body: string,
    script?: TownScript,
  ): string {
    const messageId = random.id(at)
    ledger.add('messages', {
      id: messageId,
      conversationId: id,
      contactId: person.contactId,
      direction,
      authorOfficerId: authorId,
      body,
      clientKey:
        direction === 'inbound' ? `${capturedBy ? 'capture-' : ''}${messageId}` : `${authorId}:${messageId}`,
      scriptId: script?.id ?? null,
      scriptVersion: script ? 1 : null,
      toldBy: direction === 'inbound' && capturedBy ? toldBy(person.channel) : null,
      sentAt: new Date(at),
      receivedAt: new Date(at + (capturedBy && direction === 'inbound' ? 6 * minute : 300)),
    })
    thread.last = Math.max(thread.last, at)
    return messageId
  }

  const thread: Thread = {
    id,
    number,
    contactId: person.contactId,
    villageId,
    last: openedAt,
    ask(at, body) {
      const messageId = store(at, 'inbound', capturedBy, body)
      const reading = readDemoMessage(town, body, villageId)
      alarmed ||= reading.emergency
      const eventId = random.id(at)
      ledger.add('triageReadings', {
        messageId,
        emergency: reading.emergency,
        scenario: reading.scenario,
        office: reading.office,
        villageId: reading.villageId,
        confidence: reading.confidence,
        reasons: JSON.stringify(reading.reasons),
        version: reading.version,
      })
      if (first) {
        if (assigneeId) addAssignment(eventId, at, assigneeId, null, '按村和值班表')
        const read = [reading.scenario, reading.office].filter(Boolean).join(':')
        const meant = [scenario, office].filter(Boolean).join(':')
        if (seen && read !== meant) correct(messageId, 'scenario', read, meant)
        if (seen && reading.emergency !== begin.emergency)
          correct(messageId, 'emergency', String(reading.emergency), String(begin.emergency))
      }
      first = false
      if (at >= thread.last) preview = body.replace(/\s+/g, ' ').trim().slice(0, 60)
      waitingSince ??= at
      const actor: DemoActor = capturedBy ? { kind: 'officer', id: capturedBy } : resident
      const name = capturedBy ? 'message.captured' : 'message.received'
      ledger.event(
        at,
        name,
        actor,
        { kind: 'message', id: messageId, ...subject },
        { emergency: reading.emergency },
        eventId,
      )
      return messageId
    },
    answer(at, officerId, body, script) {
      const messageId = store(at, 'outbound', officerId, body, script)
      if (at >= thread.last) preview = `答：${body.replace(/\s+/g, ' ').slice(0, 56)}`
      waitingSince = null
      firstAnswerAt = Math.min(firstAnswerAt ?? at, at)
      const data = script ? { scriptId: script.id, scriptVersion: 1 } : {}
      ledger.event(
        at,
        'message.sent',
        { kind: 'officer', id: officerId },
        { kind: 'message', id: messageId, ...subject },
        data,
      )
      return messageId
    },
    note(at, officerId, body, mentions = []) {
      const messageId = store(at, 'note', officerId, body)
      for (const mentioned of mentions)
        ledger.add('mentions', { messageId, officerId: mentioned, conversationId: id, seenAt: null })
      // No contact: the resident's own feed must not show that there is a note.
      const noted = { kind: 'message', id: messageId, conversationId: id, villageId }
      ledger.event(at, 'note.written', { kind: 'officer', id: officerId }, noted, { mentions })
    },
    read(at, officerId) {
      ledger.event(
        at,
        'conversation.read',
        { kind: 'officer', id: officerId },
        { kind: 'conversation', id, ...subject },
      )
    },
    assign(at, officerId, byId, reason) {
      addAssignment(random.id(at), at, officerId, byId, reason)
      const given = { kind: 'conversation', id, conversationId: id, villageId }
      ledger.event(at, 'conversation.assigned', { kind: 'officer', id: byId }, given, {
        from: assigneeId,
        to: officerId,
      })
      assigneeId = officerId
    },
    finish({ closedAt, emergency }) {
      ledger.add('conversations', {
        id,
        number,
        contactId: person.contactId,
        channel: person.channel,
        workAccount: null,
        villageId,
        scenario,
        office,
        emergency: seen ? emergency : alarmed,
        assigneeId,
        openedAt: new Date(openedAt),
        lastMessageAt: new Date(thread.last),
        lastPreview: preview,
        waitingSince: closedAt || waitingSince === null ? null : new Date(waitingSince),
        firstAnswerAt: firstAnswerAt === null ? null : new Date(firstAnswerAt),
        closedAt: closedAt === null ? null : new Date(closedAt),
        mergedInto: null,
      })
    },
  }

  function addAssignment(
    assignmentId: string,
    at: number,
    officerId: string,
    byId: string | null,
    reason: string,
  ): void {
    ledger.add('assignments', {
      id: assignmentId,
      conversationId: id,
      officerId,
      byOfficerId: byId,
      reason,
      assignedAt: new Date(at),
    })
  }

  /** The officer who opens it a little later reads it otherwise than the machine. */
  function correct(
    messageId: string,
    field: 'scenario' | 'emergency',
    machineValue: string,
    personValue: string,
  ): void {
    const at = begin.readAt
    const officerId = assigneeId ?? town.chiefId
    ledger.add('triageCorrections', {
      id: random.id(at),
      conversationId: id,
      messageId,
      field,
      machineValue,
      personValue,
      officerId,
      correctedAt: new Date(at),
    })
    const corrected = { kind: 'conversation', id, conversationId: id, villageId }
    const data = { field, from: machineValue, to: personValue }
    ledger.event(at, 'triage.corrected', { kind: 'officer', id: officerId }, corrected, data)
  }

  return thread
}

function toldBy(channel: Channel): string {
  return { phone: '打电话说的', walk_in: '在窗口说的', seen_elsewhere: '私聊里说的', web: '', wechat: '' }[
    channel
  ]
}
