import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'

/**
 * kf/add_contact_way: the address behind a door's QR code. scene: up to 32 of [0-9a-zA-Z_-]. parameter, up to 128
 * bytes when percent-encoded, is added by ourselves and comes back in enter_session as scene_param.
 */
export async function addKfDoor(api: Api, openKfid: string, scene: string, parameter = ''): Promise<string> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/add_contact_way',
    body: { open_kfid: openKfid, scene },
    expects: 'url',
  })
  const url = textOf(answer['url'])
  if (parameter === '') return url
  return `${url}${url.includes('?') ? '&' : '?'}scene_param=${encodeURIComponent(parameter)}`
}
