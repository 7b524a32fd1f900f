import { seesMember } from '../corporation/corporation.ts'
import { type Call, post } from '../http/call.ts'
import { need, object, oneOf, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { accountFor } from './accounts.ts'
import { giveCode } from './event-codes.ts'
import { sessionOf, stateNow } from './sessions.ts'
import type { SessionState } from './state.ts'

const openKfId = need(text({ bytes: 64, code: 95000 }))
const externalUserId = need(text({ bytes: 64, code: 40096 }))

export const kfServiceStateCalls: Call[] = [
  post('kf/service_state/get', {
    permission: 'kf',
    fields: object({ open_kfid: openKfId, external_userid: externalUserId }),
    answer(world, fields, { app }) {
      const account = accountFor(world, app, fields.open_kfid)
      if (!world.people.has(fields.external_userid)) throw new Refusal(40096)
      const session = sessionOf(account, fields.external_userid)
      const service_state = stateNow(world, session)
      const servicer_userid = service_state === 3 ? session.servicer : undefined
      return { service_state, ...(servicer_userid && { servicer_userid }) }
    },
  }),
  post('kf/service_state/trans', {
    permission: 'kf',
    fields: object({
      open_kfid: openKfId,
      external_userid: externalUserId,
      service_state: need(oneOf<SessionState>([0, 1, 2, 3, 4])),
      servicer_userid: text({ bytes: 64 }),
    }),
    answer(world, fields, { app }) {
      const account = accountFor(world, app, fields.open_kfid)
      if (!world.people.has(fields.external_userid)) throw new Refusal(40096)
      const session = sessionOf(account, fields.external_userid)
      const { service_state: to, servicer_userid: servicerId } = fields
      if (to === 3 && !servicerId) throw new Refusal(40063, 'servicer_userid')
      const from = stateNow(world, session)
      if (from === 4) throw new Refusal(95013)
      if (!world.settings.kf.transitions[from]?.includes(to)) throw new Refusal(95016)
      if (to === 3) {
        const servicer = account.servicers.get(servicerId!)
        if (!servicer) throw new Refusal(95014)
        if (!seesMember(app, servicerId!)) throw new Refusal(60011)
        if (!servicer.serving) throw new Refusal(95019)
      }
      session.state = to
      session.servicer = to === 3 ? servicerId! : null
      if (to === 4) return { msg_code: giveCode(world, account, session, 'closing') }
      if (to === 1 || session.handedOver) return {}
      session.handedOver = true
      return { msg_code: giveCode(world, account, session, to === 2 ? 'queue' : 'take_over') }
    },
  }),
]
