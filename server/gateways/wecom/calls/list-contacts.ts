import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { textsOf } from '../api/untrusted.ts'

/** The external ids of a member's contacts. A member without any is refused with 84061, which is no fault. */
export async function listContacts(api: Api, userId: string): Promise<string[]> {
  try {
    const query = { userid: userId }
    const path = 'externalcontact/list'
    const answer = await callApi(api, { method: 'GET', path, query, expects: 'external_userid' })
    return textsOf(answer['external_userid'])
  } catch (error) {
    if (error instanceof ApiError && error.errcode === 84061) return []
    throw error
  }
}
