import { type Call, post } from '../http/call.ts'
import { anything, list, need, object, text } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'

export const welcomeText = object({ content: text({ bytes: 4000, code: 45002 }) })
export const attachments = list(
  object({
    msgtype: need(text()),
    image: anything(),
    link: anything(),
    miniprogram: anything(),
    video: anything(),
    file: anything(),
  }),
  { most: 9, code: 41064 },
)

export const welcomeCalls: Call[] = [
  post('externalcontact/send_welcome_msg', {
    permission: 'contact',
    fields: object({ welcome_code: need(text(), 41049), text: welcomeText, attachments }),
    answer(world, { welcome_code, text: words, attachments = [] }) {
      const held = world.contacts.codes.get(welcome_code)
      if (held?.sent) throw new Refusal(41096)
      if (!held || held.until <= world.clock.now()) throw new Refusal(41050)
      const content = words?.content ?? ''
      if (!content && attachments.length === 0) throw new Refusal(40063, 'text or attachments')
      held.sent = true
      const { userid, externalUserId } = held
      world.contacts.welcomes.push({ userid, externalUserId, text: content, attachments })
      return {}
    },
  }),
]
