import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import { askOfficer } from './ask-officer.ts'
import type { Carrying } from './carrying.ts'
import { claimTasks, type Task } from './claim-tasks.ts'
import { endCancelled } from './end-cancelled.ts'
import { findLostTask } from './find-lost-task.ts'
import { moveTask } from './move-task.ts'
import { pauseOf, retryPause } from './pauses.ts'
import { pollMessage } from './poll-message.ts'
import { pollMoment } from './poll-moment.ts'

type CarryOptions = {
  /** How long a call of unknown outcome may still take effect at WeCom, in seconds. */
  unsureSeconds?: number
}

const atOnce = 6

/**
 * Carries the broadcasts of a station to WeCom and asks what became of them, until nothing is due. Any number of
 * processes may do it: a task is in the hands of one. WeCom takes no id of ours, so a task that is found in the middle of
 * its call is looked for there before it is put a second time.
 */
export async function carryBroadcasts(
  context: Carrying,
  api: Api,
  stationId: string,
  { unsureSeconds = 60 }: CarryOptions = {},
): Promise<void> {
  for (;;) {
    const tasks = await claimTasks(context.pool, stationId, atOnce)
    if (tasks.length === 0) return
    failpoint('broadcast: after claim')
    await Promise.all(tasks.map((task) => carry(context, api, task, unsureSeconds)))
  }
}

async function carry(context: Carrying, api: Api, task: Task, unsureSeconds: number): Promise<void> {
  try {
    if (task.state === 'asking') await findLostTask(context, api, task, unsureSeconds)
    else if (task.cancelWanted) await endCancelled(context, api, task)
    else if (task.state === 'waiting') await askOfficer(context, api, task)
    else if (task.channel === 'moments') await pollMoment(context, api, task)
    else await pollMessage(context, api, task)
  } catch (error) {
    const wecom = error instanceof ApiError ? error : null
    const code = wecom ? String(wecom.errcode ?? wecom.kind) : 'internal'
    if (wecom)
      context.log.warn({ taskId: task.id, code, state: task.state }, 'a broadcast was not carried on')
    else context.log.error({ err: error as Error, taskId: task.id }, 'a broadcast could not be carried on')
    // Where it stands is in its row, whatever this worker last knew; only the next look is put off.
    await letGo(context, task, wecom?.tryAgainAt, code)
  }
}

async function letGo({ pool }: Carrying, task: Task, until: Date | undefined, code: string): Promise<void> {
  const pause = task.state === 'waiting' ? retryPause(task.tries) : pauseOf(task.askedAgo || task.calledAgo)
  const seconds = until ? (until.getTime() - Date.now()) / 1000 : pause
  for (const state of ['waiting', 'asking', 'asked'] as const)
    if (
      await moveTask(pool, task, state, {
        state,
        seconds: Math.min(3600, Math.max(1, seconds)),
        failCode: code,
      })
    )
      return
}
