import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import { inStation } from '../../platform/tenancy.ts'
import { hasArrivals, type TakenMessage } from './arrivals.ts'
import { fileArrivals } from './file-arrivals.ts'
import { incomingOf, type ReceivedMessage, requireWords, villageOf } from './incoming-of.ts'
import { createIntake, type Intake } from './intake.ts'
import { pictureOf } from './station-picture.ts'

type Intaking = Pick<Context, 'pool' | 'jobs' | 'log'>

const intakes = new WeakMap<object, Intake>()

/**
 * The way in for every channel. Reads the message (emergency, scenario, village), finds who is responsible, stores
 * it and answers after the commit. Throws `invalid` for an empty message, `not_found` for
 * somebody else's conversation, or when an officer names a village that is not the station's.
 */
export async function receiveMessage(context: Intaking, message: ReceivedMessage): Promise<TakenMessage> {
  const { stationId, contact } = message
  requireWords(message)
  const picture = await pictureOf(context.pool, stationId)
  const villageId = await villageOf(context, message)
  const number = message.conversationId
    ? await numberOfOwn(context, stationId, contact.id, message.conversationId)
    : await nextNumber(context.pool, stationId, 'conversation', stationDay(new Date()))
  return intakeOf(context)(stationId, () => incomingOf(picture, message, { villageId, number }))
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
