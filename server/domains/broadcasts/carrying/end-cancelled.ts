import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { cancelMassMessage } from '../../../gateways/wecom/calls/cancel-mass-message.ts'
import { cancelMoment } from '../../../gateways/wecom/calls/cancel-moment.ts'
import { getMomentJob } from '../../../gateways/wecom/calls/get-moment-job.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { endTask } from './end-task.ts'
import { moveTask, stillHolds } from './move-task.ts'
import { stillDispatching } from './pauses.ts'
import { takeReceipts } from './poll-message.ts'

/**
 * Calls off at WeCom what is not confirmed yet. Whom it has reached already is asked first, for afterwards WeCom tells
 * nothing more of it.
 */
export async function endCancelled(context: Carrying, api: Api, task: Task): Promise<void> {
  const { pool } = context
  try {
    const momentId = task.momentId ?? (await momentOf(api, task))
    if (momentId === 'on its way') {
      await moveTask(pool, task, 'asked', { state: 'asked', seconds: 2 })
      return
    }
    if (momentId) await cancelMoment(api, momentId)
    else if (task.channel !== 'moments' && task.wecomId) {
      await takeReceipts(context, api, task)
      await cancelMassMessage(api, task.wecomId)
    }
  } catch (error) {
    const code = error instanceof ApiError && error.kind === 'refused' ? (error.errcode ?? 0) : 0
    if (stillDispatching.has(code)) {
      await moveTask(pool, task, 'asked', { state: 'asked', seconds: 2 })
      return
    }
    // 41093 and unknown ones: it can't be confirmed any more.
    if (![41093, 41047, 40058].includes(code)) throw error
  }
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    await endTask(tx, task, { state: 'cancelled', reason: 'cancelled' })
  })
}

/** The moment that its job makes: it has to be there before it can be called off. Null: there is none. */
async function momentOf(api: Api, task: Task): Promise<string | null> {
  if (task.channel !== 'moments' || !task.wecomId) return null
  const job = await getMomentJob(api, task.wecomId)
  return job.done ? job.momentId || null : 'on its way'
}
