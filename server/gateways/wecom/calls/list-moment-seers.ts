import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, recordOf, textOf } from '../api/untrusted.ts'

/** get_moment_send_result, all pages: which contacts of a member can see her moment. Whether they did is not told. */
export async function listMomentSeers(api: Api, momentId: string, userId: string): Promise<string[]> {
  const path = 'externalcontact/get_moment_send_result'
  const found: string[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { moment_id: momentId, userid: userId, limit: 3000, cursor },
      expects: 'customer_list',
    })
    return {
      seers: listOf(answer['customer_list'], recordOf),
      nextCursor: textOf(answer['next_cursor']),
    }
  })
  for await (const { seers } of pages) for (const one of seers) found.push(textOf(one['external_userid']))
  return found
}
