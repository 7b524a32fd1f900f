import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** isConfirmed: she pressed send on the phone; confirmedAt in seconds. */
export type MassTask = { userId: string; isConfirmed: boolean; confirmedAt: number | undefined }

/** get_groupmsg_task, all pages: which members have confirmed. 41063 in the first seconds after it was made. */
export async function listMassTasks(api: Api, msgid: string): Promise<MassTask[]> {
  const path = 'externalcontact/get_groupmsg_task'
  const found: MassTask[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { msgid, limit: 1000, cursor },
      expects: 'task_list',
    })
    return { tasks: listOf(answer['task_list'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { tasks } of pages)
    for (const one of tasks)
      found.push({
        userId: textOf(one['userid']),
        isConfirmed: numberOf(one['status']) === 2,
        confirmedAt: numberOf(one['send_time']) || undefined,
      })
  return found
}
