import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** isMember: of our corporation; otherwise id is an external one. joinScene: 1 invited, 2 link, 3 QR code. */
export type GroupMember = {
  id: string
  isMember: boolean
  name: string
  nickname: string
  unionId: string
  joinedAt: number | undefined
  joinScene: number | undefined
  invitedBy: string
  state: string
}

export type Group = {
  chatId: string
  name: string
  ownerId: string
  createdAt: number | undefined
  notice: string
  members: GroupMember[]
  adminIds: string[]
  version: string
}

/** Just after an event the server may still show the state before; compare version with the event's. */
export async function getGroup(api: Api, chatId: string): Promise<Group> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/groupchat/get',
    body: { chat_id: chatId, need_name: 1 },
    expects: 'group_chat',
  })
  const group = recordOf(answer['group_chat'])
  return {
    chatId: textOf(group['chat_id']) || chatId,
    name: textOf(group['name']),
    ownerId: textOf(group['owner']),
    createdAt: numberOf(group['create_time']),
    notice: textOf(group['notice']),
    members: listOf(group['member_list'], readMember),
    adminIds: listOf(group['admin_list'], (item) => textOf(recordOf(item)['userid'])),
    version: textOf(group['member_version']),
  }
}

function readMember(value: unknown): GroupMember {
  const member = recordOf(value)
  return {
    id: textOf(member['userid']),
    isMember: numberOf(member['type']) === 1,
    name: textOf(member['name']),
    nickname: textOf(member['group_nickname']),
    unionId: textOf(member['unionid']),
    joinedAt: numberOf(member['join_time']),
    joinScene: numberOf(member['join_scene']),
    invitedBy: textOf(recordOf(member['invitor'])['userid']),
    state: textOf(member['state']),
  }
}
