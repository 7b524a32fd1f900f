import { hash } from 'node:crypto'
import type { Channel } from '../../../contract/vocabulary.ts'
import type { Context } from '../../platform/context.ts'
import { invalid, notFound } from '../../platform/errors.ts'
import { newId } from '../../platform/id.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import { inStation } from '../../platform/tenancy.ts'
import { hasArrivals, type TakenMessage } from './arrivals.ts'
import { fileArrivals } from './file-arrivals.ts'
import { createIntake, type Intake } from './intake.ts'
import { isVillage, pictureOf } from './station-picture.ts'
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

type Intaking = Pick<Context, 'pool' | 'jobs' | 'log'>

const intakes = new WeakMap<object, Intake>()

/**
 * The way in for every channel. Reads the message (emergency, scenario, village), finds who is responsible, stores
 * it and answers after the commit. Throws `invalid` for an empty message, `not_found` for
 * somebody else's conversation, or when an officer names a village that is not the station's.
 */
export async function receiveMessage(context: Intaking, message: ReceivedMessage): Promise<TakenMessage> {
  const { stationId, contact } = message
  if (message.body.trim() === '' && message.fileIds.length === 0)
    throw invalid('请写几个字，或者拍张照片、录段语音再发。')
  const picture = await pictureOf(context.pool, stationId)
  const villageId = await villageOf(context, message)
  const number = message.conversationId
    ? await numberOfOwn(context, stationId, contact.id, message.conversationId)
    : await nextNumber(context.pool, stationId, 'conversation', stationDay(new Date()))
  return intakeOf(context)(stationId, () => {
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
  })
}

/**
 * The village the sender named. A phone keeps what it was told long ago: what it names and is not there (any more) is
 * no reason to refuse a message.
 */
async function villageOf(
  context: Intaking,
  { stationId, contact, actor }: ReceivedMessage,
): Promise<string | null> {
  if (!contact.villageId || (await isVillage(context.pool, stationId, contact.villageId)))
    return contact.villageId ?? null
  if (actor.kind === 'officer') throw notFound()
  return null
}

/** The number of a conversation that is the contact's own; throws `not_found` for any other. */
async function numberOfOwn(
  context: Intaking,
  stationId: string,
  contactId: string,
  conversationId: string,
): Promise<string> {
  const find = () =>
    inStation(context.pool, stationId, async (tx) => {
      const { rows } = await tx.client.query({
        name: 'number-of-own-conversation',
        text: 'select number from conversations where station_id = $1 and id = $2 and contact_id = $3',
        values: [stationId, conversationId, contactId],
      })
      if (rows[0]) return rows[0].number as string
      return (await hasArrivals(tx, contactId)) ? 'not filed yet' : null
    })
  let number = await find()
  if (number === 'not filed yet') {
    while ((await fileArrivals(context, stationId, { contactId })) > 0);
    number = await find()
  }
  if (!number || number === 'not filed yet') throw notFound()
  return number
}

function intakeOf(context: Intaking): Intake {
  let intake = intakes.get(context.pool)
  if (!intake) {
    intake = createIntake(context)
    intakes.set(context.pool, intake)
  }
  return intake
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
