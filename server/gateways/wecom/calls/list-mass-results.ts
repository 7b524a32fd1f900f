import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** status: 0 not sent, 1 sent, 2 no contact any more, 3 had another mass message already. sentAt in seconds. */
export type MassResult = { target: string; status: number; sentAt: number | undefined }

/** get_groupmsg_send_result of one member, all pages. Of groups only those that got it are listed. */
export async function listMassResults(api: Api, msgid: string, userId: string): Promise<MassResult[]> {
  const path = 'externalcontact/get_groupmsg_send_result'
  const found: MassResult[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { msgid, userid: userId, limit: 1000, cursor },
      expects: 'send_list',
    })
    return { results: listOf(answer['send_list'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { results } of pages)
    for (const one of results)
      found.push({
        target: textOf(one['external_userid']) || textOf(one['chat_id']),
        status: numberOf(one['status']) ?? 0,
        sentAt: numberOf(one['send_time']) || undefined,
      })
  return found
}
