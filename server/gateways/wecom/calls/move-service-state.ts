import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'

/** State 3 needs a servicer. msgCode, '' if there is none, allows one event reply. */
export async function moveServiceState(
  api: Api,
  given: { openKfid: string; externalUserId: string; state: 1 | 2 | 3 | 4; servicerUserId?: string },
): Promise<{ msgCode: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/service_state/trans',
    body: {
      open_kfid: given.openKfid,
      external_userid: given.externalUserId,
      service_state: given.state,
      servicer_userid: given.servicerUserId,
    },
  })
  return { msgCode: textOf(answer['msg_code']) }
}
