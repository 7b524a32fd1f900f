import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** groupchat/onjob_transfer (groupchat/transfer where the owner has left), 1 to 100 groups, at once. Gives back those that failed; the others have moved. */
export async function transferGroups(
  api: Api,
  chatIds: string[],
  newOwnerId: string,
  hasLeft = false,
): Promise<{ chatId: string; errcode: number }[]> {
  const answer = await callApi(api, {
    method: 'POST',
    path: `externalcontact/groupchat/${hasLeft ? 'transfer' : 'onjob_transfer'}`,
    body: { chat_id_list: chatIds, new_owner: newOwnerId },
    expects: 'failed_chat_list',
  })
  return listOf(answer['failed_chat_list'], (item) => {
    const one = recordOf(item)
    return { chatId: textOf(one['chat_id']), errcode: numberOf(one['errcode']) ?? -1 }
  })
}
