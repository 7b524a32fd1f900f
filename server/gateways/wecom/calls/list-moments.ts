import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

export type ListedMoment = { momentId: string; createdAt: number | undefined; text: string }

/** get_moment_list, all pages, in seconds of WeCom's clock and at most 30 days. */
export async function listMoments(api: Api, given: { from: number; until: number }): Promise<ListedMoment[]> {
  const path = 'externalcontact/get_moment_list'
  const found: ListedMoment[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      // The sources disagree whether 20 or 100 are the most.
      body: { start_time: given.from, end_time: given.until, limit: 20, cursor },
      expects: 'moment_list',
    })
    return { moments: listOf(answer['moment_list'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { moments } of pages)
    for (const one of moments)
      found.push({
        momentId: textOf(one['moment_id']),
        createdAt: numberOf(one['create_time']),
        text: textOf(recordOf(one['text'])['content']),
      })
  return found
}
