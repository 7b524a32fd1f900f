import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** remind_groupmsg_send: rings again at every member who has not confirmed; 41094 after three in 24 hours. */
export async function remindMassMessage(api: Api, msgid: string): Promise<void> {
  await callApi(api, { method: 'POST', path: 'externalcontact/remind_groupmsg_send', body: { msgid } })
}
