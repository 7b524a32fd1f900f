import type { Channel } from '../../../contract/vocabulary.ts'
import type { Reading } from '../../../server/domains/inbox/triage/read-message.ts'
import { minute } from '../demo-time.ts'
import type { Ledger } from '../ledger.ts'
import type { Random } from '../random.ts'
import type { Person, TownScript } from '../town.ts'

/** What the rows of one conversation have in common. */
export type ThreadRows = {
  ledger: Ledger
  random: Random
  conversationId: string
  person: Person
  villageId: string | null
  /** Who wrote down what was said elsewhere; null when the resident wrote herself. */
  capturedBy: string | null
}

export function addMessage(
  { ledger, random, conversationId, person, capturedBy }: ThreadRows,
  said: {
    at: number
    direction: 'inbound' | 'outbound' | 'note'
    authorId: string | null
    body: string
    script?: TownScript
  },
): string {
  const { at, direction, authorId, body, script } = said
  const id = random.id(at)
  const captured = direction === 'inbound' && capturedBy !== null
  const key = direction === 'inbound' ? `${captured ? 'capture-' : ''}${id}` : `${authorId}:${id}`
  ledger.add('messages', {
    id,
    conversationId,
    contactId: person.contactId,
    direction,
    authorOfficerId: authorId,
    body,
    clientKey: key,
    scriptId: script?.id ?? null,
    scriptVersion: script ? 1 : null,
    toldBy: captured ? toldBy[person.channel] : null,
    sentAt: new Date(at),
    receivedAt: new Date(at + (captured ? 6 * minute : 300)),
  })
  return id
}

const toldBy: Record<Channel, string | null> = {
  phone: '打电话说的',
  walk_in: '在窗口说的',
  seen_elsewhere: '私聊里说的',
  web: null,
  wechat: null,
}

export function addReading({ ledger }: ThreadRows, messageId: string, reading: Reading): void {
  const { emergency, scenario, office, villageId, confidence, reasons, version } = reading
  ledger.add('triageReadings', {
    messageId,
    emergency,
    scenario,
    office,
    villageId,
    confidence,
    reasons: JSON.stringify(reasons),
    version,
  })
}

export function addAssignment(
  { ledger, conversationId }: ThreadRows,
  given: { id: string; at: number; officerId: string; byOfficerId: string | null; reason: string },
): void {
  const { id, at, officerId, byOfficerId, reason } = given
  ledger.add('assignments', { id, conversationId, officerId, byOfficerId, reason, assignedAt: new Date(at) })
}

/** The officer who opens it reads the message otherwise than the machine. */
export function addCorrection(
  { ledger, random, conversationId, villageId }: ThreadRows,
  read: {
    at: number
    messageId: string
    field: 'scenario' | 'emergency'
    machine: string
    person: string
    officerId: string
  },
): void {
  const { at, messageId, field, machine, person, officerId } = read
  ledger.add('triageCorrections', {
    id: random.id(at),
    conversationId,
    messageId,
    field,
    machineValue: machine,
    personValue: person,
    officerId,
    correctedAt: new Date(at),
  })
  const corrected = { kind: 'conversation', id: conversationId, conversationId, villageId }
  const data = { field, from: machine, to: person }
  ledger.event(at, 'triage.corrected', { kind: 'officer', id: officerId }, corrected, data)
}
