import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'
import { type KfReply, writeKfReply } from './write-kf-reply.ts'

/**
 * kf/send_msg_on_event: once per code. A welcome or closing code is good for 20 seconds, text or menu; a queue or
 * take-over code for 48 hours, text only.
 */
export async function sendKfEventReply(
  api: Api,
  given: { code: string; msgid?: string; reply: Extract<KfReply, { kind: 'text' | 'menu' }> },
): Promise<{ msgid: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/send_msg_on_event',
    body: { code: given.code, msgid: given.msgid, ...writeKfReply(given.reply) },
    expects: 'msgid',
  })
  return { msgid: textOf(answer['msgid']) }
}
