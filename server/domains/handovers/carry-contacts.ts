import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { listTransferResults } from '../../gateways/wecom/calls/list-transfer-results.ts'
import { transferContacts } from '../../gateways/wecom/calls/transfer-contacts.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { failpoint } from '../../platform/failpoint.ts'
import { inStation } from '../../platform/tenancy.ts'
import { askContact } from '../external-contacts/ask-contact.ts'
import { endFollow } from '../external-contacts/end-follow.ts'
import { keepFollows } from '../external-contacts/keep-follows.ts'
import { type ItemState, listItems, type Running, setItems } from './item-states.ts'

const atOnce = 100

/** What WeCom's word of a transfer means to us: done, under way, refused by the resident, the taker full. */
const byStatus: Record<number, { state: ItemState; code?: string }> = {
  1: { state: 'done' },
  2: { state: 'asked' },
  3: { state: 'refused', code: 'customer_refused' },
  4: { state: 'refused', code: 'customer_limit_exceed' },
}

/**
 * Asks WeCom to hand the contacts over. Of a call whose outcome nobody knows WeCom is first asked what it has of it, so
 * that no resident is asked twice. 40129 is a transfer under way: the one we asked for.
 */
export async function carryContacts(pool: Pool, api: Api, run: Running): Promise<void> {
  const unsure = await listItems(pool, run, 'contact', ['asking'])
  if (unsure.length > 0) {
    const results = await resultsOf(api, run)
    await setItems(
      pool,
      run,
      'contact',
      unsure.map((subject) => ({
        subject,
        ...(byStatus[results.get(subject) ?? 5] ?? { state: 'waiting' as const }),
      })),
    )
  }
  for (;;) {
    const ids = await listItems(pool, run, 'contact', ['waiting'], atOnce)
    if (ids.length === 0) return
    await setItems(
      pool,
      run,
      'contact',
      ids.map((subject) => ({ subject, state: 'asking' as const })),
    )
    failpoint('handover: before contacts call')
    const answers = await askFor(api, run, ids)
    failpoint('handover: after contacts call')
    const codes = new Map(answers.map(({ externalUserId, errcode }) => [externalUserId, errcode]))
    await setItems(
      pool,
      run,
      'contact',
      ids.map((subject) => {
        const code = codes.get(subject) ?? -1
        return code === 0 || code === 40129
          ? { subject, state: 'asked' as const }
          : { subject, state: 'refused' as const, code: String(code) }
      }),
    )
  }
}

async function askFor(api: Api, run: Running, externalUserIds: string[]) {
  try {
    const { from: fromUserId, to: toUserId, hasLeft } = run
    return await transferContacts(api, { fromUserId, toUserId, externalUserIds, hasLeft })
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'refused') throw error
    return externalUserIds.map((externalUserId) => ({ externalUserId, errcode: error.errcode ?? -1 }))
  }
}

/** Takes over what became of those that are under way: WeCom takes a day, in which a resident may refuse. */
export async function settleContacts(pool: Pool, api: Api, run: Running): Promise<void> {
  const asked = await listItems(pool, run, 'contact', ['asked'])
  if (asked.length === 0) return
  const results = await resultsOf(api, run)
  for (const subject of asked) {
    const result = byStatus[results.get(subject) ?? 5] ?? { state: 'refused' as const, code: 'none' }
    if (result.state === 'asked') continue
    if (result.state === 'done') {
      const pairs = await askContact(api, subject)
      await inStation(pool, run.stationId, async (tx) => {
        await keepFollows(tx, pairs)
        if (!pairs.some(({ follow }) => follow.userId === run.from))
          await endFollow(tx, run.from, subject, 'transferred')
      })
    }
    await setItems(pool, run, 'contact', [{ subject, ...result }])
  }
}

async function resultsOf(
  api: Api,
  { from: fromUserId, to: toUserId, hasLeft }: Running,
): Promise<Map<string, number>> {
  const results = await listTransferResults(api, { fromUserId, toUserId, hasLeft })
  return new Map(results.map(({ externalUserId, status }) => [externalUserId, status]))
}
