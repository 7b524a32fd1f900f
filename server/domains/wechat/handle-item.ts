import type { Api } from '../../gateways/wecom/api/api.ts'
import { type KfMessage, readKfMessage } from '../../gateways/wecom/calls/read-kf-message.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { handleEvent } from './handle-event.ts'
import type { Handled } from './handled.ts'
import { type Item, itemColumns, itemOf } from './item.ts'
import { findPerson } from './person.ts'
import { receiveWords } from './receive-words.ts'
import { recordServicerWords } from './record-servicer-words.ts'

type Handling = Pick<Context, 'pool' | 'jobs' | 'log' | 'config'>

/**
 * Makes of one item what it is: a message, a fact about one, or nothing. May run again after a death in the middle:
 * every step finds what the first try did. Throws for what it cannot read, after having stored what it could.
 */
export async function handleItem(
  context: Handling,
  api: Api | null,
  stationId: string,
  item: Item,
): Promise<void> {
  const message = readKfMessage(item.raw, item.openKfid)
  if (message.msgtype === '') throw new AppError('invalid', '这一条没有种类。')
  failpoint('handle: before message')
  const handled = await handleByKind(context, api, stationId, item, message)
  failpoint('handle: after message')
  await inStation(context.pool, stationId, async (tx) => {
    await handled.also?.(tx)
    await (handled.trouble ? noteStored(tx, item, handled) : noteHandled(tx, item, handled))
  })
  if (handled.trouble) throw new AppError('invalid', `微信消息读不懂：${handled.trouble}`)
  failpoint('handle: after mark')
}

async function handleByKind(
  context: Handling,
  api: Api | null,
  stationId: string,
  item: Item,
  message: KfMessage,
): Promise<Handled> {
  if (message.msgtype === 'event') return handleEvent(context, api, stationId, item, message)
  const person = await findPerson(context.pool, stationId, item, { heard: message.origin !== 5 })
  if (message.origin === 5) return recordServicerWords(context, stationId, item, message, person)
  return receiveWords(context, stationId, item, message, person)
}

async function noteHandled(tx: Tx, item: Item, handled: Handled): Promise<void> {
  await tx.client.query({
    name: 'note-kf-message-handled',
    text: `update kf_messages set handled_at = clock_timestamp(), troubled_at = null, fail_code = $4,
        message_id = coalesce($5, message_id), conversation_id = coalesce($6, conversation_id)
      where station_id = $1 and open_kfid = $2 and msgid = $3`,
    values: [
      tx.stationId,
      item.openKfid,
      item.msgid,
      handled.failCode ?? null,
      handled.messageId ?? null,
      handled.conversationId ?? null,
    ],
  })
}

/** It is among the messages, and all the same not done with: its files hang there and a recall finds it. */
async function noteStored(tx: Tx, item: Item, handled: Handled): Promise<void> {
  await tx.client.query({
    name: 'note-kf-message-stored',
    text: `update kf_messages set message_id = $4, conversation_id = $5
      where station_id = $1 and open_kfid = $2 and msgid = $3`,
    values: [
      tx.stationId,
      item.openKfid,
      item.msgid,
      handled.messageId ?? null,
      handled.conversationId ?? null,
    ],
  })
}

/** The job of an item that could not be handled at once. */
export async function handleAgain(
  context: Handling,
  api: Api | null,
  stationId: string,
  openKfid: string,
  msgid: string,
): Promise<void> {
  const { rows } = await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      `select ${itemColumns} from kf_messages where station_id = $1 and open_kfid = $2 and msgid = $3 and handled_at is null`,
      [stationId, openKfid, msgid],
    ),
  )
  if (rows[0]) await handleItem(context, api, stationId, itemOf(rows[0] as never))
}
