import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { pagesOf } from '../../gateways/wecom/api/pages-of.ts'
import { getContact } from '../../gateways/wecom/calls/get-contact.ts'
import type { Pair } from './keep-follows.ts'

/** Nobody's contact: 84061 while no member has her (or not yet added back), 40096 for an id that is no more. */
const nobodys = new Set([84061, 40096])

/** A person with every work account that has her, all pages; [] when none has. */
export async function askContact(api: Api, externalUserId: string): Promise<Pair[]> {
  const pairs: Pair[] = []
  try {
    const pages = pagesOf('externalcontact/get', (cursor) => getContact(api, externalUserId, cursor))
    for await (const { contact, follows } of pages)
      pairs.push(...follows.map((follow) => ({ contact, follow })))
    return pairs
  } catch (error) {
    if (error instanceof ApiError && nobodys.has(error.errcode ?? 0)) return []
    throw error
  }
}
