import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { numberOf, recordOf, textOf, textsOf } from '../api/untrusted.ts'

/** errcode is the job's own, beside that of the call; refusedUserIds: members who cannot be asked. */
export type MomentJob =
  | { done: false }
  | { done: true; errcode: number; momentId: string; refusedUserIds: string[] }

/** get_moment_task_result: how far the making of a moment is. */
export async function getMomentJob(api: Api, jobId: string): Promise<MomentJob> {
  const answer = await callApi(api, {
    method: 'GET',
    path: 'externalcontact/get_moment_task_result',
    query: { jobid: jobId },
    expects: 'status',
  })
  if (numberOf(answer['status']) !== 3) return { done: false }
  const result = recordOf(answer['result'])
  return {
    done: true,
    errcode: numberOf(result['errcode']) ?? 0,
    momentId: textOf(result['moment_id']),
    refusedUserIds: textsOf(recordOf(result['invalid_sender_list'])['user_list']),
  }
}
