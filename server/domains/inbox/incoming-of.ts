import { hash } from 'node:crypto'
import type { Channel } from '../../../contract/vocabulary.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import type { IncomingMessage } from './arrivals.ts'
import { isVillage, type StationPicture } from './station-picture.ts'
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

/** Throws `invalid` for a message with nothing in it. */
export function requireWords({ body, fileIds }: ReceivedMessage): void {
  if (body.trim() === '' && fileIds.length === 0) throw invalid('请写几个字，或者拍张照片、录段语音再发。')
}

/** The message with all that is made of it: read (emergency, scenario, village), numbered, and whose it is. */
export function incomingOf(
  picture: StationPicture,
  message: ReceivedMessage,
  { villageId, number }: { villageId: string | null; number: string },
): IncomingMessage {
  const { contact } = message
  const reading = readMessage(
    {
      text: message.body,
      villages: picture.villages,
      townName: picture.townName,
      hasVoice: message.hasVoice,
      defaultVillageId: villageId,
    },
    picture.model,
  )
  return {
    id: newId(),
    contact: {
      id: contact.id,
      channel: contact.channel,
      name: contact.name?.trim() ?? '',
      phone: contact.phone?.trim() ?? '',
    },
    conversationId: message.conversationId ?? conversationIdOf(contact.id, message.clientKey),
    number,
    opens: !message.conversationId,
    assigneeId: picture.assigneeOf.get(reading.villageId ?? '') ?? null,
    clientKey: message.clientKey,
    body: message.body,
    fileIds: message.fileIds,
    sentAt: message.sentAt,
    toldBy: message.toldBy ?? null,
    reading,
    actor: message.actor,
    requestId: message.requestId ?? null,
  }
}

/**
 * The village the sender named. A phone keeps what it was told long ago: what it names and is not there (any more) is
 * no reason to refuse a message.
 */
export async function villageOf(
  context: Pick<Context, 'pool'>,
  { stationId, contact, actor }: ReceivedMessage,
): Promise<string | null> {
  if (!contact.villageId || (await isVillage(context.pool, stationId, contact.villageId)))
    return contact.villageId ?? null
  if (actor.kind === 'officer') throw notFound()
  return null
}

/**
 * The id of the conversation that a first message opens, made from its sender and key (UUIDv8): two tries of the
 * same message that run at once then mean the same conversation, and no empty one is left behind.
 */
export function conversationIdOf(contactId: string, clientKey: string): string {
  const hex = hash('sha256', `${contactId} ${clientKey}`)
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
