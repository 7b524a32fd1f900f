import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { textOf, textsOf } from '../api/untrusted.ts'
import { pictures } from './write-attachments.ts'

/**
 * externalcontact/add_msg_template: a task on the phone of one member, for up to 10,000 contacts or 2,000 groups. Nothing
 * is sent before she confirms. There is no id of ours: a call whose answer was lost is looked for in the list of mass
 * messages. Text of at most 4,000 bytes. failed: whom it can't go to.
 */
export async function addMsgTemplate(
  api: Api,
  given: {
    to: 'contacts' | 'groups'
    ids: string[]
    sender: string
    text: string
    mediaIds: string[]
  },
): Promise<{ msgid: string; failed: string[] }> {
  const path = 'externalcontact/add_msg_template'
  const answer = await callApi(api, {
    method: 'POST',
    path,
    body: {
      ...(given.to === 'groups'
        ? { chat_type: 'group', chat_id_list: given.ids }
        : { chat_type: 'single', external_userid: given.ids }),
      sender: given.sender,
      text: { content: given.text },
      attachments: pictures(given.mediaIds),
    },
    expects: 'msgid',
  })
  const msgid = textOf(answer['msgid'])
  if (msgid === '') throw new ApiError('unreadable', path, { detail: 'no msgid' })
  return { msgid, failed: textsOf(answer['fail_list']) }
}
