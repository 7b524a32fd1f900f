import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** get_moment_task, all pages: which members have published it. */
export async function listMomentTasks(
  api: Api,
  momentId: string,
): Promise<{ userId: string; isPublished: boolean }[]> {
  const path = 'externalcontact/get_moment_task'
  const found: { userId: string; isPublished: boolean }[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { moment_id: momentId, limit: 1000, cursor },
      expects: 'task_list',
    })
    return { tasks: listOf(answer['task_list'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { tasks } of pages)
    for (const one of tasks)
      found.push({ userId: textOf(one['userid']), isPublished: numberOf(one['publish_status']) === 1 })
  return found
}
