import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, textOf } from '../api/untrusted.ts'
import { type Contact, type Follow, readContact, readFollow } from './read-contact.ts'

/** A contact with the members who have it, 500 a page; nextCursor '' on the last. */
export async function getContact(
  api: Api,
  externalUserId: string,
  cursor?: string,
): Promise<{ contact: Contact; follows: Follow[]; nextCursor: string }> {
  const answer = await callApi(api, {
    method: 'GET',
    path: 'externalcontact/get',
    query: { external_userid: externalUserId, cursor },
    expects: 'external_contact',
  })
  return {
    contact: readContact(answer['external_contact']),
    follows: listOf(answer['follow_user'], readFollow),
    nextCursor: textOf(answer['next_cursor']),
  }
}
