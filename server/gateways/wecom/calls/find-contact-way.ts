import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, recordOf, textOf } from '../api/untrusted.ts'

/** More codes than this are not made at one time; who looks further would look for ever. */
const mostLookedAt = 200

/** The code with this state among those made between two moments, null where there is none: what a lost answer hid. */
export async function findContactWay(
  api: Api,
  given: { state: string; from: Date; to: Date },
): Promise<{ configId: string; qrCode: string } | null> {
  const path = 'externalcontact/list_contact_way'
  const span = {
    start_time: Math.floor(given.from.getTime() / 1000),
    end_time: Math.ceil(given.to.getTime() / 1000),
  }
  let looked = 0
  for await (const page of pagesOf(path, (cursor) => listPage(api, path, { ...span, cursor }))) {
    for (const configId of page.configIds) {
      if (looked++ >= mostLookedAt) return null
      const answer = await callApi(api, {
        method: 'POST',
        path: 'externalcontact/get_contact_way',
        body: { config_id: configId },
        expects: 'contact_way',
      })
      const way = recordOf(answer['contact_way'])
      if (textOf(way['state']) === given.state) return { configId, qrCode: textOf(way['qr_code']) }
    }
  }
  return null
}

async function listPage(api: Api, path: string, body: Record<string, unknown>) {
  const answer = await callApi(api, {
    method: 'POST',
    path,
    body: { ...body, limit: 100 },
    expects: 'contact_way',
  })
  return {
    configIds: listOf(answer['contact_way'], (way) => textOf(recordOf(way)['config_id'])),
    nextCursor: textOf(answer['next_cursor']),
  }
}
