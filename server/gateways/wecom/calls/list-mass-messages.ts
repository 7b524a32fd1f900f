import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

export type MassMessage = { msgid: string; createdAt: number | undefined; text: string }

/**
 * get_groupmsg_list_v2, all pages, in seconds of WeCom's clock and at most a month. Not by creator: of what was made by
 * a call the vendor's server names none.
 */
export async function listMassMessages(
  api: Api,
  given: { to: 'contacts' | 'groups'; from: number; until: number },
): Promise<MassMessage[]> {
  const path = 'externalcontact/get_groupmsg_list_v2'
  const found: MassMessage[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: {
        chat_type: given.to === 'groups' ? 'group' : 'single',
        start_time: given.from,
        end_time: given.until,
        limit: 100,
        cursor,
      },
      expects: 'group_msg_list',
    })
    return { messages: listOf(answer['group_msg_list'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { messages } of pages)
    for (const one of messages)
      found.push({
        msgid: textOf(one['msgid']),
        createdAt: numberOf(one['create_time']),
        text: textOf(recordOf(one['text'])['content']),
      })
  return found
}
