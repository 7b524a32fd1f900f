import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'

/**
 * auth/getuserinfo: whose code it is; once, within five minutes. undefined for an outsider, whom the server answers
 * with errcode 0 and an openid: refuse the sign-in.
 */
export async function getSignedInUser(api: Api, code: string): Promise<{ userId: string } | undefined> {
  const answer = await callApi(api, { method: 'GET', path: 'auth/getuserinfo', query: { code } })
  const userId = textOf(answer['userid'])
  return userId === '' ? undefined : { userId }
}
