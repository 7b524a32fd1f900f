import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, recordOf, textOf } from '../api/untrusted.ts'
import { type Contact, type Follow, readContact, readFollow } from './read-contact.ts'

/** externalcontact/batch/get_by_user: a page of at most 100 pairs of member and contact, for up to 100 members. */
export async function listContactsOfUsers(
  api: Api,
  userIds: string[],
  cursor?: string,
): Promise<{ pairs: { contact: Contact; follow: Follow }[]; nextCursor: string }> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'externalcontact/batch/get_by_user',
    body: { userid_list: userIds, cursor, limit: 100 },
    expects: 'external_contact_list',
  })
  const pairs = listOf(answer['external_contact_list'], (item) => {
    const pair = recordOf(item)
    return { contact: readContact(pair['external_contact']), follow: readFollow(pair['follow_info']) }
  })
  return { pairs, nextCursor: textOf(answer['next_cursor']) }
}
