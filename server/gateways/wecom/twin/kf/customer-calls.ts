import { type Call, get, post } from '../http/call.ts'
import { list, need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { accountFor } from './accounts.ts'
import { isLate } from './sessions.ts'
import type { Session } from './state.ts'

const day = 86_400
const period = {
  open_kfid: text({ bytes: 64, code: 95000 }),
  servicer_userid: text({ bytes: 64 }),
  start_time: need(whole()),
  end_time: need(whole()),
}

export const kfCustomerCalls: Call[] = [
  post('kf/customer/batchget', {
    permission: 'kf',
    fields: object({
      external_userid_list: need(list(text({ bytes: 64 }), { least: 1, most: 100 })),
      need_enter_session_context: oneOf([0, 1]),
    }),
    answer(world, { external_userid_list, need_enter_session_context }) {
      const customer_list: unknown[] = []
      const invalid_external_userid: string[] = []
      for (const id of external_userid_list) {
        const person = world.people.get(id)
        const session = latestSession(world, id)
        const recent = !world.settings.kf.batchGetRecentOnly || (session && !isLate(world, session))
        if (!person || !session || !recent) {
          invalid_external_userid.push(id)
          continue
        }
        const { name: nickname, avatar, gender, unionid } = person
        const context = need_enter_session_context === 1 && session.entered
        customer_list.push({
          external_userid: id,
          nickname,
          avatar,
          gender,
          unionid,
          ...(context && {
            enter_session_context: { scene: context.scene, scene_param: context.sceneParam },
          }),
        })
      }
      return { customer_list, invalid_external_userid }
    },
  }),
  get('kf/get_corp_qualification', {
    permission: 'kf',
    fields: object({}),
    answer: () => ({ wechat_channels_binding: true }),
  }),
  post('kf/get_corp_statistic', {
    permission: 'kf',
    fields: object(period),
    answer(world, { open_kfid, start_time, end_time }, { app }) {
      if (end_time - start_time > 31 * day || end_time < start_time) throw new Refusal(40058, 'end_time')
      if (open_kfid) accountFor(world, app, open_kfid)
      return { statistic_list: [] }
    },
  }),
]

function latestSession(world: World, externalUserId: string): Session | undefined {
  let latest: Session | undefined
  for (const { sessions } of world.kf.accounts.values()) {
    const session = sessions.get(externalUserId)
    if (session && (session.entered?.at ?? 0) >= (latest?.entered?.at ?? 0)) latest = session
  }
  return latest
}
