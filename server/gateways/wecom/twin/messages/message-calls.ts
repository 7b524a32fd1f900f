import { type Call, post } from '../http/call.ts'
import { anything, need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import { sendMessage } from './send-message.ts'

const types = [
  'text',
  'image',
  'voice',
  'video',
  'file',
  'textcard',
  'news',
  'mpnews',
  'markdown',
  'miniprogram_notice',
  'template_card',
] as const
const bodies = Object.fromEntries(types.map((type) => [type, anything()]))
const flag = oneOf([0, 1])

export const messageCalls: Call[] = [
  post('message/send', {
    permission: 'message',
    fields: object({
      ...bodies,
      touser: text({ bytes: 70_000 }),
      toparty: text(),
      totag: text(),
      msgtype: need(oneOf(types, 40008), 40008),
      agentid: need(whole({ code: 40056 }), 40056),
      safe: flag,
      enable_id_trans: flag,
      enable_duplicate_check: flag,
      duplicate_check_interval: whole({ to: 4 * 3600 }),
    }),
    answer: (world, fields, { app }) => sendMessage(world, app, fields),
  }),
  post('message/recall', {
    permission: 'message',
    fields: object({ msgid: need(text()) }),
    answer(world, { msgid }, { app }) {
      const message = world.messages.all.find((one) => one.msgid === msgid && one.appName === app.name)
      if (!message) throw new Refusal(40058, 'msgid')
      if (world.clock.now() - message.at >= world.settings.messages.recallMs) throw new Refusal(42052)
      message.recalled = true
      return {}
    },
  }),
  post('message/update_template_card', {
    permission: 'message',
    fields: object({
      userids: anything(),
      partyids: anything(),
      tagids: anything(),
      atall: flag,
      agentid: need(whole({ code: 40056 }), 40056),
      response_code: need(text()),
      enable_id_trans: flag,
      button: object({ replace_name: need(text()) }),
      template_card: anything(),
      replace_text: text(),
    }),
    answer(world, { response_code, agentid, button, template_card }, { app }) {
      if (agentid !== app.agentId) throw new Refusal(301002)
      const held = world.messages.codes.get(response_code)
      if (!held || held.used || held.until <= world.clock.now()) throw new Refusal(40058, 'response_code')
      if (!button && !template_card) throw new Refusal(40063, 'button or template_card')
      held.used = true
      const message = world.messages.all.find(({ msgid }) => msgid === held.msgid)
      if (message) message.updated = { button, template_card }
      return { invaliduser: [] }
    },
  }),
]
