import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, recordOf, textOf } from '../api/untrusted.ts'

/** get_moment_send_result, all pages: how many contacts of a member can see her moment. Whether they did is not told. */
export async function countMomentSeers(api: Api, momentId: string, userId: string): Promise<number> {
  const path = 'externalcontact/get_moment_send_result'
  let count = 0
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { moment_id: momentId, userid: userId, limit: 3000, cursor },
      expects: 'customer_list',
    })
    return {
      seers: listOf(answer['customer_list'], recordOf).length,
      nextCursor: textOf(answer['next_cursor']),
    }
  })
  for await (const { seers } of pages) count += seers
  return count
}
