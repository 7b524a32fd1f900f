import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import type { KfEvent } from '../../gateways/wecom/calls/read-kf-event.ts'
import { sendKfEventReply } from '../../gateways/wecom/calls/send-kf-event-reply.ts'
import type { Context } from '../../platform/context.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import type { Handled } from './handled.ts'
import type { Item } from './item.ts'
import { findPerson } from './person.ts'

/** The code's twenty seconds, less what the call may take. */
const codeMs = 19_000

/** Somebody opened the chat: the door she came by tells her village, and she is told whom she is talking to. */
export async function welcomePerson(
  { pool }: Pick<Context, 'pool'>,
  api: Api | null,
  stationId: string,
  item: Item,
  entered: Extract<KfEvent, { kind: 'entered' }>,
): Promise<Handled> {
  await findPerson(pool, stationId, item)
  const text = await inStation(pool, stationId, async (tx) => {
    const villageName = await noteDoor(tx, item, entered.sceneParam)
    return welcomeText(tx, villageName)
  })
  if (!api || !entered.welcomeCode) return {}
  if (Date.now() - item.sentAt.getTime() > codeMs) return { failCode: 'welcome_late' }
  try {
    await sendKfEventReply(api, { code: entered.welcomeCode, reply: { kind: 'text', text } })
    return {}
  } catch (error) {
    // A greeting is a courtesy: nothing waits for it, and its code is good for one try.
    if (error instanceof ApiError) return { failCode: `welcome_${error.errcode ?? error.kind}` }
    throw error
  }
}

async function noteDoor(tx: Tx, item: Item, sceneParam: string): Promise<string | null> {
  const { rows } = await tx.client.query({
    name: 'note-kf-door',
    text: `with door as (
        select v.id, v.name from villages v where v.station_id = $1 and (v.code = $3
          or $3 = '' and v.id = (select a.village_id from kf_accounts a where a.station_id = $1 and a.open_kfid = $4))
      ), noted as (
        update kf_people p set village_id = d.id from door d where p.station_id = $1 and p.external_userid = $2
      ) select name from door`,
    values: [tx.stationId, item.externalUserId, sceneParam, item.openKfid],
  })
  return rows[0]?.name ?? null
}

async function welcomeText(tx: Tx, villageName: string | null): Promise<string> {
  const { rows } = await tx.client.query('select name, phone from stations where id = $1', [tx.stationId])
  const { name, phone } = rows[0]
  return [
    `您好，这里是${name}${villageName ? `（${villageName}）` : ''}。`,
    '请直接发文字、语音或照片说您的事，民警看到就回。',
    `遇到危险、正在发生的急事，请马上拨打110。${phone ? `派出所电话 ${phone}。` : ''}`,
  ].join('\n')
}
