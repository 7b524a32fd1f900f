import { notify, notifyMessage } from '../callbacks/notify.ts'
import type { Xml } from '../callbacks/xml.ts'
import { appNamed } from '../corporation/corporation.ts'
import type { World } from '../world.ts'
import { giveResponseCode, hasButtons } from './send-message.ts'

export function messageControl(world: World) {
  return {
    all: () => world.messages.all,
    /** What stands on an officer's phone, oldest first. */
    inbox: (userid: string) => world.messages.all.filter(({ to }) => to.includes(userid)),
    dropped: () => world.messages.dropped,
    /** A member opens the application in her client and writes to it: its own reception of messages is told. */
    write(appName: string, userid: string, content: string): void {
      const app = appNamed(world, appName)
      const msgid = String(world.random('messages').between(1e15, 9e15))
      notifyMessage(world, app, userid, { Content: content, MsgId: msgid })
    },
    /** The officer presses a button of a card; the app is told. Gives back the response code it was told. */
    press(msgid: string, userid: string, key: string, selected: Record<string, string[]> = {}): string {
      const message = world.messages.all.find((one) => one.msgid === msgid)
      if (!message?.to.includes(userid) || message.recalled) throw new Error('这部手机上没有这张卡片。')
      if (!hasButtons(message.msgtype, message.body)) throw new Error('这条消息没有按钮。')
      const code = giveResponseCode(world, msgid, userid)
      const app = appNamed(world, message.appName)
      const items: Xml = Object.entries(selected).map(([question, options]) => ({
        QuestionKey: question,
        OptionIds: { OptionId: options },
      }))
      const fields = {
        EventKey: key,
        TaskId: String(message.body.task_id ?? ''),
        CardType: String(message.body.card_type),
        ResponseCode: code,
        AgentID: app.agentId,
        ...(items.length > 0 && { SelectedItems: { SelectedItem: items } }),
      }
      notify(world, [app], 'template_card_event', fields, userid)
      return code
    },
  }
}
