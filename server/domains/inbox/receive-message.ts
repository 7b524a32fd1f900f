import { createHash } from 'node:crypto'
import type { Channel } from '../../../contract/vocabulary.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import type { InsertedMessage } from './insert-messages.ts'
import { createIntake, type Intake } from './intake.ts'
import { pictureOf } from './station-picture.ts'
import { readMessage } from './triage/read-message.ts'

export type ReceivedMessage = {
  stationId: string
  contact: { id: string; channel: Channel; name?: string; phone?: string; villageId?: string | null }
  /** An existing conversation of this contact; without it a new one is opened. */
  conversationId?: string
  /** The sender's own id of this message: the same key is stored once, however often it comes. */
  clientKey: string
  body: string
  fileIds: string[]
  hasVoice: boolean
  sentAt: Date
  toldBy?: string | null
  actor: { kind: 'officer' | 'resident'; id: string }
  requestId?: string
}

const intakes = new WeakMap<object, Intake>()

/**
 * The way in for every channel. Reads the message (emergency, scenario, village), finds who is responsible, stores
 * it and answers after the commit. Throws `invalid` for an empty message, `not_found` for somebody else's conversation.
 */
export async function receiveMessage(
  context: Pick<Context, 'pool'>,
  message: ReceivedMessage,
): Promise<InsertedMessage> {
  const { stationId, contact } = message
  if (message.body.trim() === '' && message.fileIds.length === 0)
    throw invalid('请写几个字，或者拍张照片、录段语音再发。')
  const picture = await pictureOf(context.pool, stationId)
  const reading = readMessage(
    {
      text: message.body,
      villages: picture.villages,
      townName: picture.townName,
      hasVoice: message.hasVoice,
      defaultVillageId: contact.villageId ?? null,
    },
    picture.model,
  )
  const stored = await intakeOf(context)(stationId, {
    id: newId(),
    contact: {
      id: contact.id,
      channel: contact.channel,
      name: contact.name?.trim() ?? '',
      phone: contact.phone?.trim() ?? '',
    },
    conversationId: message.conversationId ?? conversationIdOf(contact.id, message.clientKey),
    number: message.conversationId
      ? null
      : await nextNumber(context.pool, stationId, 'conversation', stationDay(new Date())),
    assigneeId: picture.assigneeOf.get(reading.villageId ?? '') ?? null,
    clientKey: message.clientKey,
    body: message.body,
    fileIds: message.fileIds,
    sentAt: message.sentAt,
    toldBy: message.toldBy ?? null,
    reading,
    actor: message.actor,
    requestId: message.requestId ?? null,
  })
  if (!stored) throw notFound()
  return stored
}

function intakeOf(context: Pick<Context, 'pool'>): Intake {
  let intake = intakes.get(context.pool)
  if (!intake) {
    intake = createIntake(context.pool)
    intakes.set(context.pool, intake)
  }
  return intake
}

/**
 * The id of the conversation that a first message opens, made from its sender and key (UUIDv8): two tries of the
 * same message that run at once then mean the same conversation, and no empty one is left behind.
 */
export function conversationIdOf(contactId: string, clientKey: string): string {
  const hex = createHash('sha256').update(`${contactId} ${clientKey}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
