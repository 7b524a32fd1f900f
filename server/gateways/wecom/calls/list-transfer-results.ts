import type { Api } from '../api/api.ts'
import { callApi } from '../api/call-api.ts'
import { pagesOf } from '../api/pages-of.ts'
import { listOf, numberOf, recordOf, textOf } from '../api/untrusted.ts'

/** status: 1 done, 2 waiting, 3 refused by the contact, 4 the taker is full, 5 none. */
export type TransferResult = { externalUserId: string; status: number }

/** transfer_result, all pages: what became of the contacts that went from one member to another. The newest counts. */
export async function listTransferResults(
  api: Api,
  given: { fromUserId: string; toUserId: string; hasLeft: boolean },
): Promise<TransferResult[]> {
  const path = `externalcontact/${given.hasLeft ? 'resigned/' : ''}transfer_result`
  const found: TransferResult[] = []
  const pages = pagesOf(path, async (cursor) => {
    const answer = await callApi(api, {
      method: 'POST',
      path,
      body: { handover_userid: given.fromUserId, takeover_userid: given.toUserId, cursor },
      expects: 'customer',
    })
    return { customers: listOf(answer['customer'], recordOf), nextCursor: textOf(answer['next_cursor']) }
  })
  for await (const { customers } of pages)
    for (const one of customers)
      found.push({ externalUserId: textOf(one['external_userid']), status: numberOf(one['status']) ?? 5 })
  return found
}
