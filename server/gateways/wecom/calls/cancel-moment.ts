import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'

/** cancel_moment_task: who has not published it can't any more. */
export async function cancelMoment(api: Api, momentId: string): Promise<void> {
  await callApi(api, {
    method: 'POST',
    path: 'externalcontact/cancel_moment_task',
    body: { moment_id: momentId },
  })
}
