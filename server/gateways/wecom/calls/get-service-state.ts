import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { numberOf, textOf } from '../api/untrusted.ts'

/** 0 new, 1 answered by us, 2 in the queue, 3 a person in the WeCom client, 4 ended or not begun. */
export type ServiceState = { state: number; servicerUserId: string }

export async function getServiceState(
  api: Api,
  openKfid: string,
  externalUserId: string,
): Promise<ServiceState> {
  const path = 'kf/service_state/get'
  const body = { open_kfid: openKfid, external_userid: externalUserId }
  const answer = await callApi(api, { method: 'POST', path, body, expects: 'service_state' })
  const state = numberOf(answer['service_state'])
  // A missing state must not read as 0, in which we would be allowed to send.
  if (state === undefined) throw new ApiError('unreadable', path, { detail: 'no service_state' })
  return { state, servicerUserId: textOf(answer['servicer_userid']) }
}
