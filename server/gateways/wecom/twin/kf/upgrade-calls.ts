import { memberFor } from '../corporation/corporation.ts'
import { groupFor } from '../groups/group.ts'
import { type Call, get, post } from '../http/call.ts'
import { need, object, oneOf, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { accountFor } from './accounts.ts'
import { addBubble, nextMsgid, sessionOf } from './sessions.ts'

const who = {
  open_kfid: need(text({ bytes: 64, code: 95000 })),
  external_userid: need(text({ bytes: 64, code: 40096 })),
}

/** An officer's card, or a group, recommended in the customer's chat: from customer service to customer contact. */
export const kfUpgradeCalls: Call[] = [
  get('kf/customer/get_upgrade_service_config', {
    permission: 'kf',
    fields: object({}),
    answer: (world) => ({
      member_range: { userid_list: [...world.corporation.members.keys()], department_id_list: [] },
      groupchat_range: { chat_id_list: [...world.groups.groups.keys()] },
    }),
  }),
  post('kf/customer/upgrade_service', {
    permission: 'kf',
    fields: object({
      ...who,
      type: need(oneOf([1, 2])),
      member: object({ userid: need(text({ bytes: 64, code: 40003 })), wording: text({ bytes: 64 }) }),
      groupchat: object({ chat_id: need(text()), wording: text({ bytes: 64 }) }),
    }),
    answer(world, { open_kfid, external_userid, type, member, groupchat }, { app }) {
      const account = accountFor(world, app, open_kfid)
      if (!world.people.has(external_userid)) throw new Refusal(40096)
      if (type === 1 && !member) throw new Refusal(40063, 'member')
      if (type === 2 && !groupchat) throw new Refusal(40063, 'groupchat')
      if (type === 1) memberFor(world, app, member!.userid)
      else groupFor(world, groupchat!.chat_id)
      addBubble(sessionOf(account, external_userid), {
        at: world.clock.now(),
        from: 'station',
        msgid: nextMsgid(world),
        msgtype: 'business_card',
        body: type === 1 ? { userid: member!.userid } : { chat_id: groupchat!.chat_id },
      })
      return {}
    },
  }),
  post('kf/customer/cancel_upgrade_service', {
    permission: 'kf',
    fields: object(who),
    answer(world, fields, { app }) {
      accountFor(world, app, fields.open_kfid)
      return {}
    },
  }),
]
