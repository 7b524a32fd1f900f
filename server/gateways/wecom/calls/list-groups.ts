import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** status: 0 as it should be, 1 owner left, 2 being handed over, 3 handed over. */
export type ListedGroup = { chatId: string; status: number }

/** A page of up to 1,000; by owners, at most 100, since more than 1,000 members without a filter are refused. */
export async function listGroups(
  api: Api,
  { ownerIds = [], cursor }: { ownerIds?: string[]; cursor?: string } = {},
): Promise<{ groups: ListedGroup[]; nextCursor: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/groupchat/list',
    body: {
      status_filter: 0,
      owner_filter: ownerIds.length > 0 ? { userid_list: ownerIds } : undefined,
      cursor,
      limit: 1000,
    },
    expects: 'group_chat_list',
  })
  const groups = listOf(answer['group_chat_list'], (item) => {
    const group = recordOf(item)
    return { chatId: textOf(group['chat_id']), status: numberOf(group['status']) ?? 0 }
  })
  return { groups, nextCursor: textOf(answer['next_cursor']) }
}
