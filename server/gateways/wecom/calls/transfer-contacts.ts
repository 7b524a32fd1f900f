import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/**
 * transfer_customer, up to 100 contacts of a member; `hasLeft`: of one who has left the corporation. Each has its own
 * errcode, 0 when it has begun; it takes effect after 24 hours unless the contact refuses. notice: what the contact
 * reads, up to 200 characters.
 */
export async function transferContacts(
  api: Api,
  given: {
    fromUserId: string
    toUserId: string
    externalUserIds: string[]
    notice?: string
    hasLeft?: boolean
  },
): Promise<{ externalUserId: string; errcode: number }[]> {
  const answer = await callApi(api, {
    method: 'POST',
    path: `externalcontact/${given.hasLeft ? 'resigned/' : ''}transfer_customer`,
    body: {
      handover_userid: given.fromUserId,
      takeover_userid: given.toUserId,
      external_userid: given.externalUserIds,
      transfer_success_msg: given.notice,
    },
    expects: 'customer',
  })
  return listOf(answer['customer'], (item) => {
    const one = recordOf(item)
    return { externalUserId: textOf(one['external_userid']), errcode: numberOf(one['errcode']) ?? -1 }
  })
}
