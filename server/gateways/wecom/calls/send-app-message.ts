import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'
import { type AppMessage, writeAppMessage } from './write-app-message.ts'

/** invalidUserIds: who got nothing, in lower case whatever was sent. responseCode: for one change of a card, 24 h. */
export type AppMessageResult = { msgid: string; invalidUserIds: string[]; responseCode: string }

/**
 * Up to 1,000 members. Some unreachable is a success with their names; all is 81013. The same content within half
 * an hour is sent once, so that a repeat after a lost answer does not ring twice. Above 30 a minute the server drops
 * a member's messages without a word.
 */
export async function sendAppMessage(
  api: Api,
  given: { agentId: number; userIds: string[]; message: AppMessage },
): Promise<AppMessageResult> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'message/send',
    body: {
      touser: given.userIds.join('|'),
      agentid: given.agentId,
      ...writeAppMessage(given.message),
      enable_duplicate_check: 1,
      duplicate_check_interval: 1800,
    },
    expects: 'msgid',
  })
  return {
    msgid: textOf(answer['msgid']),
    invalidUserIds: textOf(answer['invaliduser']).split('|').filter(Boolean),
    responseCode: textOf(answer['response_code']),
  }
}
