import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { explainErrcode } from '../../gateways/wecom/api/explain-errcode.ts'
import { sendKfMessage } from '../../gateways/wecom/calls/send-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation } from '../../platform/tenancy.ts'
import { claimDeliveries, type Delivery } from '../inbox/claim-delivery.ts'
import { readReplyLine } from '../inbox/reply-line.ts'
import { acceptPart, failDelivery, noteTry, putOffDelivery } from '../inbox/settle-delivery.ts'
import { tellAccount } from '../inbox/tell-account.ts'
import { learnSession } from './learn-session.ts'
import { ownMsgid } from './own-msgid.ts'
import { writeParts } from './write-parts.ts'

export type Sending = Pick<Context, 'pool' | 'jobs' | 'log' | 'files'>

/** Longer than a call with its retries may take; after a death the answer is free again. */
const leaseMs = 45_000
const atOnce = 8

/** Carries what waits, the oldest of each contact, until nothing is due. */
export async function sendAnswers(
  context: Sending,
  api: Api,
  stationId: string,
  options: { leaseMs?: number } = {},
): Promise<void> {
  for (;;) {
    const deliveries = await inStation(context.pool, stationId, (tx) =>
      claimDeliveries(tx, options.leaseMs ?? leaseMs, atOnce),
    )
    if (deliveries.length === 0) return
    failpoint('send: after claim')
    await Promise.all(deliveries.map((delivery) => carry(context, api, stationId, delivery)))
  }
}

async function carry(context: Sending, api: Api, stationId: string, delivery: Delivery): Promise<void> {
  const { pool } = context
  let talk: Talk | undefined
  try {
    const to = await whereTo(context, stationId, delivery)
    if (typeof to === 'string') {
      await inStation(pool, stationId, (tx) => failDelivery(tx, delivery.messageId, to))
      return
    }
    talk = { ...to, contactId: delivery.contactId }
    const parts = await writeParts(context, stationId, delivery)
    for (let part = delivery.part; part < parts.length; part++) {
      const reply = await parts[part]!(api)
      await inStation(pool, stationId, async (tx) => {
        await noteTry(tx, delivery.messageId, part)
        await tellAccount(tx, [delivery.messageId], to.openKfid)
      })
      failpoint('send: before call')
      await sendPart(
        api,
        { ...to, msgid: ownMsgid(delivery.messageId, part), reply },
        delivery.unsure && part === delivery.part,
      )
      failpoint('send: after call')
      await inStation(pool, stationId, (tx) => acceptPart(tx, delivery.messageId, part, parts.length))
      failpoint('send: after mark')
    }
  } catch (error) {
    await settle(context, stationId, delivery, error)
    if (talk && error instanceof ApiError && error.errcode === 95018)
      await learnSession(context, api, stationId, talk)
  }
}

type To = { openKfid: string; externalUserId: string }
type Talk = Parameters<typeof learnSession>[3]

/** Whom to send to; a code when it is already known that the platform will not take it. */
async function whereTo(
  { pool }: Sending,
  stationId: string,
  { contactId, line: openKfid }: Delivery,
): Promise<To | string> {
  return inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query({
      name: 'where-to-send',
      text: 'select external_userid from kf_people where station_id = $1 and contact_id = $2',
      values: [stationId, contactId],
    })
    if (!rows[0]) return 'no_account'
    const line = await readReplyLine(tx, contactId, openKfid)
    if (!line || line.over) return 'window_over'
    if (line.stopped) return line.stopped
    return { openKfid, externalUserId: rows[0].external_userid }
  })
}

async function sendPart(
  api: Api,
  given: Parameters<typeof sendKfMessage>[1],
  unsure: boolean,
): Promise<void> {
  try {
    await sendKfMessage(api, given)
  } catch (error) {
    // Our id is taken: the try whose answer we never got had been accepted.
    if (unsure && error instanceof ApiError && error.kind === 'refused' && repeated.has(error.errcode!))
      return
    throw error
  }
}

/** U: which code a repeated msgid gets; these are what the emulator and the vendor's pages leave open. */
const repeated = new Set([40058])

/** Faults of the set-up or of the moment, not of the answer: tried for ten minutes before somebody has to phone. */
const ours = new Set([
  -1, 6000, 45033, 40001, 40014, 42001, 48002, 48007, 50003, 60020, 95011, 95012, 95016, 95017,
])
const patienceMs = 10 * 60_000

async function settle(
  { pool, log }: Sending,
  stationId: string,
  delivery: Delivery,
  error: unknown,
): Promise<void> {
  const { messageId, attempts, queuedAt } = delivery
  const pauseMs = Math.min(60_000, 500 * 2 ** Math.min(attempts, 7))
  const later = new Date(Date.now() + pauseMs)
  if (!(error instanceof ApiError)) {
    log.error({ err: error as Error, messageId }, 'an answer could not be carried')
    await inStation<unknown>(pool, stationId, (tx) =>
      attempts < 8
        ? putOffDelivery(tx, messageId, later, 'internal')
        : failDelivery(tx, messageId, 'internal'),
    )
    return
  }
  const { kind, errcode } = error
  const code = errcode === undefined ? kind : String(errcode)
  const hasPatience = Date.now() - queuedAt.getTime() < patienceMs
  const waits = kind !== 'refused' || (ours.has(errcode!) && hasPatience)
  log.warn(
    { messageId, code, attempts, explained: errcode && explainErrcode(errcode).retry },
    'an answer was not taken',
  )
  await inStation<unknown>(pool, stationId, (tx) =>
    waits
      ? putOffDelivery(tx, messageId, error.tryAgainAt ?? later, code)
      : failDelivery(tx, messageId, code),
  )
}
