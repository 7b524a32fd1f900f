import { followersOf } from '../contacts/relations.ts'
import { attachments, welcomeText } from '../contacts/welcome-calls.ts'
import { memberFor } from '../corporation/corporation.ts'
import { shapeNow } from '../groups/group.ts'
import { type Call, post } from '../http/call.ts'
import { list, object, oneOf, text, truth } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import type { Target, Task } from './state.ts'

type TagFilter = { group_list?: { tag_list: string[] }[] }

export const createBroadcastCalls: Call[] = [
  post('externalcontact/add_msg_template', {
    permission: 'contact',
    fields: object({
      chat_type: oneOf(['single', 'group']),
      external_userid: list(text({ bytes: 64 }), { most: 10_000 }),
      chat_id_list: list(text({ bytes: 64 }), { most: 2000 }),
      tag_filter: object({
        group_list: list(object({ tag_list: list(text(), { most: 100 }) })),
      }),
      sender: text({ bytes: 64, code: 40003 }),
      allow_select: truth(),
      text: welcomeText,
      attachments,
    }),
    answer(world, fields, { app }) {
      const { chat_type: chatType = 'single', sender, external_userid = [], chat_id_list } = fields
      const words = fields.text?.content ?? ''
      if (!words && !fields.attachments?.length) throw new Refusal(40063, 'text or attachments')
      if (chatType === 'group' && !sender) throw new Refusal(40063, 'sender')
      if (!sender && external_userid.length === 0 && !fields.tag_filter)
        throw new Refusal(40063, 'external_userid or sender')
      if (sender) memberFor(world, app, sender)
      const { tasks, fail_list } =
        chatType === 'group'
          ? groupTasks(world, sender!, chat_id_list)
          : singleTasks(world, sender, external_userid, fields.tag_filter as TagFilter | undefined)
      if (tasks.size === 0) throw new Refusal(41048)
      const msgid = `msgEMU${world.random('broadcasts').letters(26)}`
      world.broadcasts.all.set(msgid, {
        msgid,
        chatType,
        creator: sender ?? '',
        createdAt: world.clock.now(),
        text: words,
        attachments: fields.attachments ?? [],
        tasks,
        cancelled: false,
        remindedAt: [],
      })
      return { fail_list, msgid }
    },
  }),
]

/** E20: a customer of several officers goes to the one who dealt with her last. */
function singleTasks(
  world: World,
  sender: string | undefined,
  wanted: string[],
  filter: TagFilter | undefined,
) {
  const tasks = new Map<string, Task>()
  const fail_list: string[] = []
  const ids =
    wanted.length > 0
      ? wanted
      : [...new Set([...world.contacts.relations.values()].map((one) => one.externalUserId))]
  for (const id of new Set(ids)) {
    const followers = followersOf(world, id)
      .filter((one) => !sender || one.userid === sender)
      .filter((one) => matches(filter, one.tags))
      .sort((a, b) => b.lastInteractionAt - a.lastInteractionAt)
    const chosen = followers[0]
    if (chosen) addTarget(tasks, chosen.userid, id)
    else if (wanted.length > 0) fail_list.push(id)
  }
  return { tasks, fail_list }
}

function groupTasks(world: World, sender: string, wanted: string[] | undefined) {
  const tasks = new Map<string, Task>()
  const own = [...world.groups.groups.values()].filter(
    (group) => !group.dismissed && shapeNow(group).owner === sender,
  )
  const ids = wanted ?? own.map((group) => group.chatId)
  const fail_list = ids.filter((id) => !own.some((group) => group.chatId === id))
  for (const id of ids) if (!fail_list.includes(id)) addTarget(tasks, sender, id)
  return { tasks, fail_list }
}

/** Any tag of a list, and that of every list. */
function matches(filter: TagFilter | undefined, tags: Set<string>): boolean {
  return (filter?.group_list ?? []).every(({ tag_list }) => tag_list.some((id) => tags.has(id)))
}

function addTarget(tasks: Map<string, Task>, userid: string, id: string): void {
  const task = tasks.get(userid) ?? { userid, status: 0, sentAt: 0, targets: [] }
  const target: Target = { id, status: 0, sentAt: 0 }
  task.targets.push(target)
  tasks.set(userid, task)
}
