import type { Office, Scenario } from '../../../contract/vocabulary.ts'
import type { DemoActor, Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Person, Town, TownScript } from '../town.ts'
import { readDemoMessage } from './read-demo-message.ts'
import { addAssignment, addCorrection, addMessage, addReading, type ThreadRows } from './thread-rows.ts'

/** A conversation being written: every line becomes the rows and the event that the deed would have made. */
export type Thread = {
  id: string
  villageId: string | null
  /** Where the last line stands; the next comes later. */
  last: number
  ask: (at: number, body: string) => void
  answer: (at: number, officerId: string, body: string, script?: TownScript) => void
  note: (at: number, officerId: string, body: string, mentions?: string[]) => void
  read: (at: number, officerId: string) => void
  assign: (at: number, officerId: string, byId: string, reason: string) => void
  /** Called once, at the end: writes the conversation itself. */
  finish: (state: { closedAt: number | null; emergency: boolean }) => void
}

export type ThreadBeginning = {
  person: Person
  scenario: Scenario
  office: Office | null
  openedAt: number
  villageId: string | null
  assigneeId: string | null
  capturedBy: string | null
  emergency: boolean
  /** When an officer first opens it. */
  readAt: number
}

export function createThread(town: Town, ledger: Ledger, random: Random, begin: ThreadBeginning): Thread {
  const { person, scenario, office, openedAt, villageId, capturedBy } = begin
  const id = random.id(openedAt)
  const number = ledger.number('conversation', openedAt)
  const rows: ThreadRows = { ledger, random, conversationId: id, person, villageId, capturedBy }
  const whole = { conversationId: id, contactId: person.contactId, villageId }
  const writer: DemoActor = capturedBy
    ? { kind: 'officer', id: capturedBy }
    : { kind: 'resident', id: person.contactId }
  const seen = begin.readAt < town.time.now
  let assigneeId = begin.assigneeId
  let preview = ''
  let waitingSince: number | null = null
  let firstAnswerAt: number | null = null
  let first = true
  /** The machine heard danger in one of the messages. */
  let alarmed = false

  const thread: Thread = {
    id,
    villageId,
    last: openedAt,
    ask(at, body) {
      const messageId = addMessage(rows, { at, direction: 'inbound', authorId: capturedBy, body })
      const reading = readDemoMessage(town, body, villageId)
      addReading(rows, messageId, reading)
      alarmed ||= reading.emergency
      const eventId = random.id(at)
      if (first && assigneeId)
        addAssignment(rows, {
          id: eventId,
          at,
          officerId: assigneeId,
          byOfficerId: null,
          reason: '按村和值班表',
        })
      if (first && seen) correct(messageId, reading)
      first = false
      if (at >= thread.last) preview = body.replace(/\s+/g, ' ').trim().slice(0, 60)
      thread.last = Math.max(thread.last, at)
      waitingSince ??= at
      const message = { kind: 'message', id: messageId, ...whole }
      const name = capturedBy ? 'message.captured' : 'message.received'
      ledger.event(at, name, writer, message, { emergency: reading.emergency }, eventId)
    },
    answer(at, officerId, body, script) {
      const said = { at, direction: 'outbound', authorId: officerId, body } as const
      const messageId = addMessage(rows, script ? { ...said, script } : said)
      if (at >= thread.last) preview = `答：${body.replace(/\s+/g, ' ').slice(0, 56)}`
      thread.last = Math.max(thread.last, at)
      waitingSince = null
      firstAnswerAt = Math.min(firstAnswerAt ?? at, at)
      const data = script ? { scriptId: script.id, scriptVersion: 1 } : {}
      const message = { kind: 'message', id: messageId, ...whole }
      ledger.event(at, 'message.sent', { kind: 'officer', id: officerId }, message, data)
    },
    note(at, officerId, body, mentions = []) {
      const messageId = addMessage(rows, { at, direction: 'note', authorId: officerId, body })
      for (const mentioned of mentions)
        ledger.add('mentions', { messageId, officerId: mentioned, conversationId: id, seenAt: null })
      // No contact: the resident's own feed must not show that there is a note.
      const noted = { kind: 'message', id: messageId, conversationId: id, villageId }
      ledger.event(at, 'note.written', { kind: 'officer', id: officerId }, noted, { mentions })
    },
    read(at, officerId) {
      const conversation = { kind: 'conversation', id, ...whole }
      ledger.event(at, 'conversation.read', { kind: 'officer', id: officerId }, conversation)
    },
    assign(at, officerId, byId, reason) {
      addAssignment(rows, { id: random.id(at), at, officerId, byOfficerId: byId, reason })
      const given = { kind: 'conversation', id, conversationId: id, villageId }
      const data = { from: assigneeId, to: officerId }
      ledger.event(at, 'conversation.assigned', { kind: 'officer', id: byId }, given, data)
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

  function correct(
    messageId: string,
    reading: { scenario: string; office: string | null; emergency: boolean },
  ) {
    const officerId = assigneeId ?? town.chiefId
    const by = { at: begin.readAt, messageId, officerId }
    const read = [reading.scenario, reading.office].filter(Boolean).join(':')
    const meant = [scenario, office].filter(Boolean).join(':')
    if (read !== meant) addCorrection(rows, { ...by, field: 'scenario', machine: read, person: meant })
    if (reading.emergency === begin.emergency) return
    const [machine, person] = [String(reading.emergency), String(begin.emergency)]
    addCorrection(rows, { ...by, field: 'emergency', machine, person })
  }

  return thread
}
