import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf } from '../api/untrusted.ts'

/** get_moment_comments: how many likes and comments. Who they are of is not kept. */
export async function countMomentEcho(
  api: Api,
  momentId: string,
  userId: string,
): Promise<{ likes: number; comments: number }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/get_moment_comments',
    body: { moment_id: momentId, userid: userId },
    expects: 'comment_list',
  })
  const countOf = (list: unknown) => listOf(list, () => 1).length
  return { likes: countOf(answer['like_list']), comments: countOf(answer['comment_list']) }
}
