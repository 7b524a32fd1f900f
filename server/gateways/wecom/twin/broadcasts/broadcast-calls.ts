import { pageOf } from '../cursor.ts'
import { type Call, post } from '../http/call.ts'
import { need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Broadcast } from './state.ts'

const day = 86_400_000
const month = 31 * 86_400
const msgid = need(text(), 41046)
const limit = whole({ from: 1, to: 1000 })
const seconds = (ms: number) => Math.floor(ms / 1000)

export const broadcastCalls: Call[] = [
  post('externalcontact/get_groupmsg_list_v2', {
    permission: 'contact',
    lists: true,
    fields: object({
      chat_type: need(oneOf(['single', 'group'])),
      start_time: need(whole()),
      end_time: need(whole()),
      creator: text(),
      filter_type: oneOf([0, 1, 2]),
      limit: whole({ from: 1, to: 100 }),
      cursor: text(),
    }),
    answer(world, { chat_type, start_time, end_time, creator, limit = 50, cursor }) {
      if (end_time - start_time > month || end_time < start_time) throw new Refusal(40058, 'end_time')
      const found = [...world.broadcasts.all.values()].filter(
        (one) =>
          one.chatType === chat_type &&
          (!creator || one.creator === creator) &&
          seconds(one.createdAt) >= start_time &&
          seconds(one.createdAt) <= end_time,
      )
      const { page, next_cursor } = pageOf(world, `groupmsg ${chat_type}`, found, cursor, limit)
      const group_msg_list = page.map((one) => ({
        msgid: one.msgid,
        creator: one.creator,
        create_time: String(seconds(one.createdAt)),
        create_type: 0,
        text: { content: one.text },
        attachments: one.attachments,
      }))
      return { next_cursor, group_msg_list }
    },
  }),
  post('externalcontact/get_groupmsg_task', {
    permission: 'contact',
    lists: true,
    fields: object({ msgid, limit, cursor: text() }),
    answer(world, { msgid, limit = 500, cursor }) {
      const tasks = [...broadcastFor(world, msgid).tasks.values()]
      const { page, next_cursor } = pageOf(world, `tasks ${msgid}`, tasks, cursor, limit)
      const task_list = page.map(({ userid, status, sentAt }) => ({
        userid,
        status,
        ...(status === 2 && { send_time: seconds(sentAt) }),
      }))
      return { next_cursor, task_list }
    },
  }),
  post('externalcontact/get_groupmsg_send_result', {
    permission: 'contact',
    lists: true,
    fields: object({ msgid, userid: need(text(), 40003), limit, cursor: text() }),
    answer(world, { msgid, userid, limit = 500, cursor }) {
      const broadcast = broadcastFor(world, msgid)
      const task = broadcast.tasks.get(userid)
      if (!task) throw new Refusal(40003)
      const group = broadcast.chatType === 'group'
      // Of groups only those that got it are told of.
      const targets = group ? task.targets.filter(({ status }) => status === 1) : task.targets
      const { page, next_cursor } = pageOf(world, `results ${msgid} ${userid}`, targets, cursor, limit)
      const send_list = page.map(({ id, status, sentAt }) => ({
        [group ? 'chat_id' : 'external_userid']: id,
        userid,
        status,
        send_time: seconds(sentAt),
      }))
      return { next_cursor, send_list }
    },
  }),
  post('externalcontact/remind_groupmsg_send', {
    permission: 'contact',
    fields: object({ msgid }),
    answer(world, { msgid }) {
      const broadcast = broadcastFor(world, msgid)
      const now = world.clock.now()
      broadcast.remindedAt = broadcast.remindedAt.filter((at) => now - at < day)
      if (broadcast.remindedAt.length >= world.settings.broadcasts.remindersPerDay) throw new Refusal(41094)
      broadcast.remindedAt.push(now)
      return {}
    },
  }),
  post('externalcontact/cancel_groupmsg_send', {
    permission: 'contact',
    fields: object({ msgid }),
    answer(world, { msgid }) {
      broadcastFor(world, msgid).cancelled = true
      return {}
    },
  }),
]

/** 41063 while it is still being handed out. */
function broadcastFor(world: World, msgid: string): Broadcast {
  const broadcast = world.broadcasts.all.get(msgid)
  if (!broadcast) throw new Refusal(41047)
  if (world.clock.now() - broadcast.createdAt < world.settings.broadcasts.dispatchMs) throw new Refusal(41063)
  if (broadcast.cancelled) throw new Refusal(41093)
  return broadcast
}
