import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { cancelMassMessage } from '../../../gateways/wecom/calls/cancel-mass-message.ts'
import { listMassResults, type MassResult } from '../../../gateways/wecom/calls/list-mass-results.ts'
import { listMassTasks } from '../../../gateways/wecom/calls/list-mass-tasks.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { endTask } from './end-task.ts'
import { keepReceipts } from './keep-receipts.ts'
import { moveTask, stillHolds } from './move-task.ts'
import { endsAfter, pauseOf, pollsBeforeEnd, stillDispatching } from './pauses.ts'

/**
 * Asks WeCom who has confirmed and, of those, whom it reached, and takes it over. After three days what is unconfirmed is
 * called off, so that no old warning goes out, and counts as never confirmed.
 */
export async function pollMessage(context: Carrying, api: Api, task: Task): Promise<void> {
  const { pool } = context
  let isOver: boolean
  try {
    isOver = await takeReceipts(context, api, task)
  } catch (error) {
    const code = error instanceof ApiError ? (error.errcode ?? 0) : 0
    if (stillDispatching.has(code)) {
      await moveTask(pool, task, 'asked', { state: 'asked', seconds: 3 })
      return
    }
    // Called off in WeCom itself, by somebody else's hand.
    if (code !== 41093) throw error
    await endIt(context, task, 'cancelled')
    return
  }
  failpoint('broadcast: after receipts')
  if (isOver) return endIt(context, task, 'not_sent')
  if (task.askedAgo > endsAfter && task.polls >= pollsBeforeEnd) {
    await cancelMassMessage(api, task.wecomId!).catch(ignoreRefusal)
    return endIt(context, task, 'never_confirmed')
  }
  await moveTask(pool, task, 'asked', { state: 'asked', seconds: pauseOf(task.askedAgo) })
}

/** One look at everything; whether nothing is open any more. */
export async function takeReceipts({ pool }: Carrying, api: Api, task: Task): Promise<boolean> {
  const tasks = await listMassTasks(api, task.wecomId!)
  const confirmed = tasks.filter(({ isConfirmed }) => isConfirmed)
  const results: MassResult[] = []
  for (const { userId } of confirmed) results.push(...(await listMassResults(api, task.wecomId!, userId)))
  return keepReceipts(pool, task, {
    confirmations: tasks.map(({ userId, isConfirmed, confirmedAt }) => ({
      account: userId,
      isConfirmed,
      confirmedAt,
    })),
    results,
  })
}

function ignoreRefusal(error: unknown): void {
  if (!(error instanceof ApiError) || error.kind !== 'refused') throw error
}

async function endIt(
  { pool }: Carrying,
  task: Task,
  reason: 'cancelled' | 'never_confirmed' | 'not_sent',
): Promise<void> {
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    await endTask(tx, task, { state: reason === 'cancelled' ? 'cancelled' : 'ended', reason })
  })
}
