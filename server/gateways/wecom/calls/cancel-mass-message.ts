import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** cancel_groupmsg_send: what is not confirmed yet can't be any more. Afterwards nothing is told of it (41093). */
export async function cancelMassMessage(api: Api, msgid: string): Promise<void> {
  await callApi(api, { method: 'POST', path: 'externalcontact/cancel_groupmsg_send', body: { msgid } })
}
