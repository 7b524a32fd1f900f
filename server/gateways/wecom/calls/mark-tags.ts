import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** Corporation tags on a member's contact. 84061 when the two are no contacts. */
export async function markTags(
  api: Api,
  userId: string,
  externalUserId: string,
  { add = [], remove = [] }: { add?: string[]; remove?: string[] },
): Promise<void> {
  const body = {
    userid: userId,
    external_userid: externalUserId,
    add_tag: add.length > 0 ? add : undefined,
    remove_tag: remove.length > 0 ? remove : undefined,
  }
  await callApi(api, { method: 'POST', path: 'externalcontact/mark_tag', body })
}
