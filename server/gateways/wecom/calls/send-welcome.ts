import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

export type WelcomeAttachment =
  | { msgtype: 'image'; image: { media_id: string } }
  | { msgtype: 'link'; link: { title: string; url: string; desc?: string; picurl?: string } }

/** Once, within 20 seconds after the contact came: not from a queue that may lag. Text up to 4,000 bytes. */
export async function sendWelcome(
  api: Api,
  welcomeCode: string,
  text: string,
  attachments: WelcomeAttachment[] = [],
): Promise<void> {
  const body = {
    welcome_code: welcomeCode,
    text: text === '' ? undefined : { content: text },
    attachments: attachments.length > 0 ? attachments : undefined,
  }
  await callApi(api, { method: 'POST', path: 'externalcontact/send_welcome_msg', body })
}
