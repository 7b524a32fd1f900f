import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { cancelMoment } from '../../../gateways/wecom/calls/cancel-moment.ts'
import { countMomentEcho } from '../../../gateways/wecom/calls/count-moment-echo.ts'
import { getMomentJob } from '../../../gateways/wecom/calls/get-moment-job.ts'
import type { MassResult } from '../../../gateways/wecom/calls/list-mass-results.ts'
import { listMomentSeers } from '../../../gateways/wecom/calls/list-moment-seers.ts'
import { listMomentTasks } from '../../../gateways/wecom/calls/list-moment-tasks.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { endTask } from './end-task.ts'
import { keepMomentCounts, type MomentCounts } from './keep-moment-counts.ts'
import { keepReceipts } from './keep-receipts.ts'
import { moveTask, stillHolds } from './move-task.ts'
import { endsAfter, passing, pauseOf, pollsBeforeEnd, stillDispatching } from './pauses.ts'
import { refuseTask } from './refuse-task.ts'

/** A day after it began WeCom forgets the job; the moment is known by then, or there is none. */
const jobSeconds = 86_400

/**
 * A moment's way: the job that makes it, then each officer who publishes it, then how many can see it, like it and wrote
 * below it, for three days. Whether anybody has read it nobody tells.
 */
export async function pollMoment(context: Carrying, api: Api, task: Task): Promise<void> {
  const { pool } = context
  const again = (seconds: number) => moveTask(pool, task, 'asked', { state: 'asked', seconds })
  if (!task.momentId) {
    if (task.askedAgo > jobSeconds) return refuseTask(pool, task, 'no_moment')
    const job = await getMomentJob(api, task.wecomId!)
    if (!job.done) return void (await again(2))
    if (job.errcode !== 0 && passing.has(job.errcode)) {
      // The job failed for a reason of the moment: nothing was made, and it is put again.
      await askAgain(pool, task, String(job.errcode))
      return
    }
    if (job.errcode !== 0 || !job.momentId) return refuseTask(pool, task, String(job.errcode))
    await keepMoment(pool, task, job.momentId, job.refusedUserIds)
    return
  }
  try {
    const tasks = await listMomentTasks(api, task.momentId)
    const published = tasks.filter(({ isPublished }) => isPublished)
    const counts: MomentCounts[] = []
    const results: MassResult[] = []
    for (const { userId } of published) {
      const seers = await listMomentSeers(api, task.momentId, userId)
      results.push(...seers.map((target) => ({ target, status: 1, sentAt: undefined })))
      counts.push({
        account: userId,
        seers: seers.length,
        ...(await countMomentEcho(api, task.momentId, userId)),
      })
    }
    await keepReceipts(pool, task, {
      confirmations: tasks.map(({ userId, isPublished }) => ({ account: userId, isConfirmed: isPublished })),
      results,
    })
    await inStation(pool, task.stationId, (tx) => keepMomentCounts(tx, task, counts))
  } catch (error) {
    if (!(error instanceof ApiError) || !stillDispatching.has(error.errcode ?? 0)) throw error
    return void (await again(3))
  }
  if (task.askedAgo > endsAfter && task.polls >= pollsBeforeEnd) {
    await cancelMoment(api, task.momentId).catch((error) => {
      if (!(error instanceof ApiError) || error.kind !== 'refused') throw error
    })
    await inStation(pool, task.stationId, async (tx) => {
      if (await stillHolds(tx, task)) await endTask(tx, task, { state: 'ended', reason: 'never_confirmed' })
    })
    return
  }
  // Likes and comments come for days; nobody waits for them.
  await again(Math.max(5, pauseOf(task.askedAgo)))
}

async function askAgain(pool: Carrying['pool'], task: Task, code: string): Promise<void> {
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    const values = [task.stationId, task.id]
    await tx.client.query(
      `update broadcast_targets set state = 'waiting' where station_id = $1 and task_id = $2 and state = 'asked'`,
      values,
    )
    await tx.client.query(
      'delete from broadcast_confirmations where station_id = $1 and task_id = $2',
      values,
    )
    await tx.client.query(
      `update broadcast_tasks set state = 'waiting', fail_code = $3, leased_until = null, wecom_id = null,
         poll_at = clock_timestamp() + interval '1 minute' where station_id = $1 and id = $2`,
      [...values, code],
    )
  })
}

/** The moment is there; who could not be asked to publish it is written down. */
async function keepMoment(
  pool: Carrying['pool'],
  task: Task,
  momentId: string,
  refused: string[],
): Promise<void> {
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    await tx.client.query(
      `update broadcast_tasks set moment_id = $3, leased_until = null, poll_at = clock_timestamp() + interval '1 second'
       where station_id = $1 and id = $2`,
      [task.stationId, task.id, momentId],
    )
    await tx.client.query(
      `update broadcast_confirmations set fail_code = 'refused' where station_id = $1 and task_id = $2 and account = any($3)`,
      [task.stationId, task.id, refused],
    )
  })
}
