import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** Replaces the buttons of a card by words such as 已由张三接手. One use of a response code, within 24 hours. */
export async function updateAppCard(
  api: Api,
  given: { agentId: number; userIds: string[]; responseCode: string; words: string },
): Promise<void> {
  const body = {
    userids: given.userIds,
    agentid: given.agentId,
    response_code: given.responseCode,
    button: { replace_name: given.words },
  }
  await callApi(api, { method: 'POST', path: 'message/update_template_card', body })
}
