import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { recordOf, textOf } from '../api/untrusted.ts'

/**
 * Makes a code by which residents join the first of up to five groups that has room, and says its configuration. No new
 * group is made by itself: the station wants to know its groups. The picture's address is told by readGroupWay only.
 */
export async function addGroupWay(
  api: Api,
  given: { chatIds: string[]; remark: string; state: string },
): Promise<string> {
  const made = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/groupchat/add_join_way',
    body: {
      scene: 2,
      remark: given.remark,
      auto_create_room: 0,
      chat_id_list: given.chatIds,
      state: given.state,
    },
    expects: 'config_id',
  })
  return textOf(made['config_id'])
}

/** The address of the code's picture. */
export async function readGroupWay(api: Api, configId: string): Promise<string> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/groupchat/get_join_way',
    body: { config_id: configId },
    expects: 'join_way',
  })
  return textOf(recordOf(answer['join_way'])['qr_code'])
}
