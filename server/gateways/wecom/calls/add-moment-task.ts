import type { Api } from '../api/api.ts'
import { ApiError } from '../api/api-error.ts'
import { callApi } from '../api/call-api.ts'
import { textOf } from '../api/untrusted.ts'
import { pictures } from './write-attachments.ts'

/**
 * externalcontact/add_moment_task: a job that asks each of these members to publish it, for all her contacts or those
 * with one of the tags. At most ten a minute; text of
 * 2,000 letters. Gives back the job, which is known for a day.
 */
export async function addMomentTask(
  api: Api,
  given: { userIds: string[]; tagIds: string[]; text: string; mediaIds: string[] },
): Promise<string> {
  const path = 'externalcontact/add_moment_task'
  const answer = await callApi(api, {
    method: 'POST',
    path,
    body: {
      text: { content: given.text },
      attachments: pictures(given.mediaIds),
      visible_range: {
        sender_list: { user_list: given.userIds },
        external_contact_list: given.tagIds.length > 0 ? { tag_list: given.tagIds } : undefined,
      },
    },
    expects: 'jobid',
  })
  const jobId = textOf(answer['jobid'])
  if (jobId === '') throw new ApiError('unreadable', path, { detail: 'no jobid' })
  return jobId
}
