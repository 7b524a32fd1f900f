import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, textOf } from '../api/untrusted.ts'
import { type KfMessage, readKfMessage } from './read-kf-message.ts'

export type KfPage = { messages: KfMessage[]; nextCursor: string; hasMore: boolean }

/**
 * A page of what happened on an account after the cursor; without one, from the oldest of the last three days. May
 * be empty while there is more: go on by hasMore, never by length. token, of the callback, lifts the strict throttle
 * for ten minutes, so the calls with and without one are throttled apart. 95007: ask again without token.
 */
export async function syncKfMessages(
  api: Api,
  given: { openKfid: string; cursor?: string; token?: string; limit?: number; voiceFormat?: 'amr' | 'silk' },
): Promise<KfPage> {
  const { openKfid, cursor, token, limit = 1000, voiceFormat = 'amr' } = given
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/sync_msg',
    body: { open_kfid: openKfid, cursor, token, limit, voice_format: voiceFormat === 'amr' ? 0 : 1 },
    expects: 'msg_list',
    lane: token ? 'kf/sync_msg with token' : 'kf/sync_msg',
  })
  return {
    messages: listOf(answer['msg_list'], (item) => readKfMessage(item, openKfid)),
    nextCursor: textOf(answer['next_cursor']),
    hasMore: numberOf(answer['has_more']) === 1,
  }
}
