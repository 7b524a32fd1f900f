import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'
import { type KfReply, writeKfReply } from './write-kf-reply.ts'

/**
 * Accepted is not delivered: msg_send_fail may follow. msgid is our own, at most 32 of [0-9a-zA-Z_-], and unique on
 * the account, so that a repeat after a lost answer is refused instead of sent twice.
 */
export async function sendKfMessage(
  api: Api,
  given: { openKfid: string; externalUserId: string; msgid: string; reply: KfReply },
): Promise<{ msgid: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/send_msg',
    body: {
      touser: given.externalUserId,
      open_kfid: given.openKfid,
      msgid: given.msgid,
      ...writeKfReply(given.reply),
    },
    expects: 'msgid',
  })
  return { msgid: textOf(answer['msgid']) || given.msgid }
}
