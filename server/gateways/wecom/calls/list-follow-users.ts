import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textsOf } from '../api/untrusted.ts'

/** The members with the customer contact function. */
export async function listFollowUsers(api: Api): Promise<string[]> {
  const path = 'externalcontact/get_follow_user_list'
  const answer = await callApi(api, { method: 'GET', path, expects: 'follow_user' })
  return textsOf(answer['follow_user'])
}
