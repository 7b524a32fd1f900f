import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { addMomentTask } from '../../../gateways/wecom/calls/add-moment-task.ts'
import { addMsgTemplate } from '../../../gateways/wecom/calls/add-msg-template.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { leaveOut } from './leave-out.ts'
import { listMomentAccounts } from './list-moment-accounts.ts'
import { listTargets } from './list-open-targets.ts'
import { markAsked } from './mark-asked.ts'
import { moveTask } from './move-task.ts'
import { mostTries, passing, retryPause } from './pauses.ts'
import { refuseTask } from './refuse-task.ts'
import { textOf } from './task-text.ts'
import { uploadPictures } from './upload-pictures.ts'

/** A worker that stood still so long between its note and its call may have been taken for dead: it does not call. */
const tooLateMs = 20_000

/**
 * Puts one task to WeCom. Whoever opted out until this moment is left out. That the call is out is on disk before it is
 * made, and no transaction is open meanwhile.
 */
export async function askOfficer(context: Carrying, api: Api, task: Task): Promise<void> {
  const { pool } = context
  const isMoment = task.channel === 'moments'
  await inStation(pool, task.stationId, (tx) => leaveOut(tx, task))
  const targets = isMoment ? await listMomentAccounts(pool, task) : await listTargets(pool, task, ['waiting'])
  if (targets.length === 0) return refuseTask(pool, task, 'nobody_left')
  const mediaIds = await uploadPictures(context, api, task)
  if (!mediaIds) return refuseTask(pool, task, 'picture')
  // Called off in this moment, or in other hands: then nothing is called.
  if (!(await moveTask(pool, task, 'waiting', { state: 'asking' }))) return
  const noted = performance.now()
  failpoint('broadcast: before call')
  if (performance.now() - noted > tooLateMs) return
  try {
    const asked = await put(api, task, targets, mediaIds)
    failpoint('broadcast: after call')
    await markAsked(pool, task, asked)
    failpoint('broadcast: after mark')
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind === 'unreachable' || error.kind === 'unreadable')
      throw error
    await settleRefusal(context, task, error)
  }
}

type Asked = Parameters<typeof markAsked>[2]

async function put(api: Api, task: Task, ids: string[], mediaIds: string[]): Promise<Asked> {
  const text = textOf(task)
  if (task.channel === 'moments')
    return {
      wecomId: await addMomentTask(api, { userIds: ids, tagIds: task.tagIds, text, mediaIds }),
      accounts: ids,
      failed: [],
    }
  const { msgid, failed } = await addMsgTemplate(api, {
    to: task.channel,
    ids,
    sender: task.account,
    text,
    mediaIds,
  })
  return { wecomId: msgid, accounts: [task.account], failed }
}

/** WeCom said no: nothing was made. Later again where it is not for the broadcast's sake, else over. */
async function settleRefusal({ pool, log }: Carrying, task: Task, error: ApiError): Promise<void> {
  const code = String(error.errcode ?? error.kind)
  log.warn({ taskId: task.id, code, tries: task.tries }, 'a broadcast was not taken')
  const isPassing = error.kind === 'throttled' || passing.has(error.errcode ?? 0)
  if (!isPassing || task.tries >= mostTries) return refuseTask(pool, task, code)
  const pause = error.tryAgainAt ? (error.tryAgainAt.getTime() - Date.now()) / 1000 : retryPause(task.tries)
  await moveTask(pool, task, 'asking', {
    state: 'waiting',
    seconds: Math.min(3600, Math.max(1, pause)),
    failCode: code,
  })
}
