import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, recordOf, textOf } from '../api/untrusted.ts'

/** managed: granted to this application; the others can be seen but not used (48007). */
export type KfAccount = { openKfid: string; name: string; avatar: string; managed: boolean }

/** A page of at most 100, from offset on; a shorter one is the last. */
export async function listKfAccounts(api: Api, offset = 0, limit = 100): Promise<KfAccount[]> {
  const answer = await callApi(api, {
    method: 'POST',
    path: 'kf/account/list',
    body: { offset, limit },
    expects: 'account_list',
  })
  return listOf(answer['account_list'], (item) => {
    const account = recordOf(item)
    return {
      openKfid: textOf(account['open_kfid']),
      name: textOf(account['name']),
      avatar: textOf(account['avatar']),
      managed: account['manage_privilege'] !== false,
    }
  })
}
