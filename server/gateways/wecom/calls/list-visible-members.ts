import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

export type VisibleMember = { userId: string; name: string }

/**
 * Who is in the visible range of an application: agent/get names departments and single members, user/simplelist the
 * members of a department with those below it, user/get one member (vendor documents 90227, 90200, 90196). Without a
 * name, which newer corporations may keep back, the id stands for it.
 */
export async function listVisibleMembers(api: Api, agentId: number): Promise<VisibleMember[]> {
  const agent = await callApi(api, { method: 'GET', path: 'agent/get', query: { agentid: String(agentId) } })
  const members = new Map<string, VisibleMember>()
  const keep = (item: unknown) => {
    const userId = textOf(recordOf(item)['userid'])
    if (userId) members.set(userId.toLowerCase(), { userId, name: textOf(recordOf(item)['name']) || userId })
  }
  for (const department of listOf(recordOf(agent['allow_partys'])['partyid'], numberOf)) {
    if (department === undefined) continue
    const query = { department_id: String(department), fetch_child: '1' }
    const answer = await callApi(api, {
      method: 'GET',
      path: 'user/simplelist',
      query,
      expects: 'userlist',
    })
    listOf(answer['userlist'], keep)
  }
  for (const userId of listOf(recordOf(agent['allow_userinfos'])['user'], (user) =>
    textOf(recordOf(user)['userid']),
  )) {
    if (!userId || members.has(userId.toLowerCase())) continue
    keep(await callApi(api, { method: 'GET', path: 'user/get', query: { userid: userId } }))
  }
  return [...members.values()].sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}
