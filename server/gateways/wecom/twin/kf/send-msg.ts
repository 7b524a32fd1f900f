import { type Call, post } from '../http/call.ts'
import { need, object, text } from '../http/shapes.ts'
import { mediaFor } from '../media/media.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { accountFor } from './accounts.ts'
import { codeFor } from './event-codes.ts'
import { tellFailure } from './failures.ts'
import { bodyOf, type KfMessageType, kfMessage, kfMessageTypes, mediaIn } from './message-shapes.ts'
import { addBubble, isLate, nextMsgid, sessionOf } from './sessions.ts'
import type { KfAccount, Session } from './state.ts'

const msgid = text({ bytes: 32, pattern: /^[0-9a-zA-Z_-]+$/ })

export const kfSendCalls: Call[] = [
  post('kf/send_msg', {
    permission: 'kf',
    fields: object({
      touser: need(text({ bytes: 64, code: 40096 })),
      open_kfid: need(text({ bytes: 64, code: 95000 })),
      msgid,
      ...kfMessage(kfMessageTypes),
    }),
    answer(world, fields, { app }) {
      const account = accountFor(world, app, fields.open_kfid)
      if (!world.people.has(fields.touser)) throw new Refusal(40096, 'touser')
      const body = bodyOf(fields)
      checkBody(world, account, fields.msgtype, body, fields.msgid)
      const session = sessionOf(account, fields.touser)
      for (const check of world.settings.kf.checkOrder) checks[check](world, session)
      session.repliesSince++
      return accept(world, account, session, fields.msgtype, body, fields.msgid)
    },
  }),
  post('kf/send_msg_on_event', {
    permission: 'kf',
    fields: object({ code: need(text({ bytes: 512 })), msgid, ...kfMessage(['text', 'msgmenu']) }),
    answer(world, fields, { app }) {
      const openKfId = world.kf.codes.get(fields.code)?.openKfId
      const account = openKfId === undefined ? undefined : accountFor(world, app, openKfId)
      const held = codeFor(world, fields.code, account)
      if (fields.msgtype === 'msgmenu' && (held.kind === 'queue' || held.kind === 'take_over'))
        throw new Refusal(40008, 'msgtype')
      const body = bodyOf(fields)
      checkBody(world, account!, fields.msgtype, body, fields.msgid)
      world.kf.codes.delete(fields.code)
      const session = sessionOf(account!, held.externalUserId)
      if (held.kind === 'welcome') session.welcomedAt = world.clock.now()
      return accept(world, account!, session, fields.msgtype, body, fields.msgid)
    },
  }),
]

const checks = {
  state(_world: World, session: Session) {
    if (session.state !== 0 && session.state !== 1) throw new Refusal(95018)
  },
  time(world: World, session: Session) {
    if (isLate(world, session)) throw new Refusal(world.settings.kf.lateCode)
  },
  count(world: World, session: Session) {
    if (session.repliesSince >= world.settings.kf.repliesPerMessage) throw new Refusal(95001)
  },
}

function checkBody(
  world: World,
  account: KfAccount,
  msgtype: KfMessageType,
  body: Record<string, unknown>,
  id: string | undefined,
): void {
  for (const [mediaId, kind] of mediaIn(msgtype, body)) mediaFor(world, mediaId, [kind])
  if (id && account.msgids.has(id)) throw new Refusal(world.settings.kf.repeatedMsgidCode, 'msgid repeated')
}

function accept(
  world: World,
  account: KfAccount,
  session: Session,
  msgtype: KfMessageType,
  body: Record<string, unknown>,
  given: string | undefined,
) {
  const id = given ?? nextMsgid(world)
  account.msgids.add(id)
  addBubble(session, { at: world.clock.now(), from: 'station', msgid: id, msgtype, body })
  tellFailure(world, account, session, id)
  return { msgid: id }
}
