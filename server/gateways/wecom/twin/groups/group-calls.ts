import { memberFor } from '../corporation/corporation.ts'
import { pageOf } from '../cursor.ts'
import { type Call, post } from '../http/call.ts'
import { anything, list, need, object, oneOf, text, whole } from '../http/shapes.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'
import { groupFor, shapeNow, shapeSeen } from './group.ts'
import type { GroupMember } from './state.ts'
import { transferGroups } from './transfer-groups.ts'

const chatId = need(text({ bytes: 64 }), 40063)
const mostWithoutFilter = 1000
const ownerFilter = object({ userid_list: list(text({ bytes: 64 }), { most: 100 }) })
const moving = object({
  chat_id_list: need(list(text(), { least: 1, most: 100 })),
  new_owner: need(text({ bytes: 64, code: 40003 }), 40003),
})

export const groupCalls: Call[] = [
  post('externalcontact/groupchat/list', {
    permission: 'contact',
    lists: true,
    fields: object({
      status_filter: oneOf([0, 1, 2, 3]),
      owner_filter: ownerFilter,
      cursor: text(),
      limit: need(whole({ from: 1, to: 1000 })),
    }),
    answer(world, { status_filter = 0, owner_filter, cursor, limit }) {
      const owners = owner_filter?.userid_list ?? []
      if (owners.length === 0 && world.corporation.members.size > mostWithoutFilter) throw new Refusal(81017)
      const found = [...world.groups.groups.values()].filter(
        (group) =>
          !group.dismissed &&
          (owners.length === 0 || owners.includes(shapeNow(group).owner)) &&
          (status_filter === 0 || group.status === status_filter),
      )
      const scope = `groups ${status_filter} ${owners.join(' ')}`
      const { page, next_cursor } = pageOf(world, scope, found, cursor, limit)
      const group_chat_list = page.map((group) => ({ chat_id: group.chatId, status: group.status }))
      return { group_chat_list, ...(next_cursor && { next_cursor }) }
    },
  }),
  post('externalcontact/groupchat/get', {
    permission: 'contact',
    fields: object({ chat_id: chatId, need_name: oneOf([0, 1]) }),
    answer(world, { chat_id, need_name = 0 }) {
      const group = groupFor(world, chat_id)
      const shape = shapeSeen(world, group)
      return {
        group_chat: {
          chat_id,
          name: shape.name,
          owner: shape.owner,
          create_time: Math.floor(group.createdAt / 1000),
          notice: shape.notice,
          member_list: shape.members.map((member) => memberShape(world, member, need_name === 1)),
          admin_list: shape.admins.map((userid) => ({ userid })),
          member_version: shape.version,
        },
      }
    },
  }),
  post('externalcontact/groupchat/onjob_transfer', {
    permission: 'contact',
    fields: moving,
    answer(world, { chat_id_list, new_owner }, { app }) {
      memberFor(world, app, new_owner)
      return { failed_chat_list: transferGroups(world, chat_id_list, new_owner, false) }
    },
  }),
  post('externalcontact/groupchat/transfer', {
    permission: 'contact',
    fields: moving,
    answer(world, { chat_id_list, new_owner }, { app }) {
      memberFor(world, app, new_owner)
      return { failed_chat_list: transferGroups(world, chat_id_list, new_owner, true) }
    },
  }),
  post('externalcontact/opengid_to_chatid', {
    permission: 'contact',
    fields: object({ opengid: need(text()) }),
    answer(world, { opengid }) {
      const group = [...world.groups.groups.keys()].find((id) => `og${id}` === opengid)
      if (!group) throw new Refusal(90511)
      return { chat_id: group }
    },
  }),
  post('externalcontact/groupchat/statistic', {
    permission: 'contact',
    fields: object({
      day_begin_time: need(whole()),
      day_end_time: whole(),
      owner_filter: need(ownerFilter),
      order_by: whole(),
      order_asc: whole(),
      offset: whole(),
      limit: whole({ to: 1000 }),
    }),
    answer(world, { owner_filter }) {
      const owners = owner_filter.userid_list ?? []
      const items = owners.map((owner) => {
        const groups = [...world.groups.groups.values()].filter((one) => shapeNow(one).owner === owner)
        const member_total = groups.reduce((sum, one) => sum + shapeNow(one).members.length, 0)
        return { owner, data: { chat_total: groups.length, member_total, msg_total: 0 } }
      })
      return { total: items.length, next_offset: items.length, items }
    },
  }),
  post('externalcontact/group_welcome_template/add', {
    permission: 'contact',
    fields: object({
      text: anything(),
      image: anything(),
      link: anything(),
      miniprogram: anything(),
      file: anything(),
      video: anything(),
      agentid: whole(),
      notify: oneOf([0, 1]),
    }),
    answer(world, fields) {
      const template_id = `msgEMU${world.random('templates').letters(20)}`
      world.groups.templates.set(template_id, fields)
      return { template_id }
    },
  }),
  post('externalcontact/group_welcome_template/del', {
    permission: 'contact',
    fields: object({ template_id: need(text()), agentid: whole() }),
    answer(world, { template_id }) {
      if (!world.groups.templates.delete(template_id)) throw new Refusal(41055)
      return {}
    },
  }),
]

function memberShape(world: World, member: GroupMember, named: boolean) {
  const person = world.people.get(member.userid)
  const name = person?.name ?? world.corporation.members.get(member.userid)?.name ?? ''
  return {
    userid: member.userid,
    type: member.type,
    ...(member.type === 2 && person && { unionid: person.unionid }),
    join_time: Math.floor(member.joinedAt / 1000),
    join_scene: member.joinScene,
    ...(member.invitor && { invitor: { userid: member.invitor } }),
    group_nickname: member.nickname,
    ...(named && { name }),
    ...(member.state && { state: member.state }),
  }
}
