import type { Api } from '../../../gateways/wecom/api/api.ts'
import { listMassMessages } from '../../../gateways/wecom/calls/list-mass-messages.ts'
import { listMoments } from '../../../gateways/wecom/calls/list-moments.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Carrying } from './carrying.ts'
import type { Task } from './claim-tasks.ts'
import { endTask } from './end-task.ts'
import { listMomentAccounts } from './list-moment-accounts.ts'
import { markAsked } from './mark-asked.ts'
import { moveTask, stillHolds } from './move-task.ts'
import { isTextOf } from './task-text.ts'

const day = 86_400
/** The clocks of both sides may differ. WeCom looks back a month at most. */
const slack = day
const farthest = 29 * day
const lookAgain = 3

/**
 * Of a call whose outcome nobody knows: is it there? Found by the mark at the foot of its text it counts as asked. Not
 * found, it is put again only when the call can't take effect any more; before that one waits.
 */
export async function findLostTask(
  { pool }: Carrying,
  api: Api,
  task: Task,
  unsureSeconds: number,
): Promise<void> {
  const isMoment = task.channel === 'moments'
  const found = isMoment ? await findMoment(api, task) : await findMessage(api, task)
  if (found) {
    const accounts = isMoment ? await listMomentAccounts(pool, task) : [task.account]
    await markAsked(pool, task, { ...found, accounts, failed: [] })
    return
  }
  if (task.calledAgo < unsureSeconds) {
    const seconds = Math.min(lookAgain, unsureSeconds)
    await moveTask(pool, task, 'asking', { state: 'asking', seconds, failCode: 'unsure' })
    return
  }
  if (!task.cancelWanted) {
    await moveTask(pool, task, 'asking', { state: 'waiting', seconds: 0 })
    return
  }
  await inStation(pool, task.stationId, async (tx) => {
    if (await stillHolds(tx, task)) await endTask(tx, task, { state: 'cancelled', reason: 'cancelled' })
  })
}

type Found = { wecomId: string | null; momentId?: string } | null

async function findMessage(api: Api, task: Task): Promise<Found> {
  const to = task.channel === 'groups' ? 'groups' : 'contacts'
  const messages = await listMassMessages(api, { to, ...rangeOf(task) })
  const found = messages.find(({ text }) => isTextOf(task, text))
  return found ? { wecomId: found.msgid } : null
}

async function findMoment(api: Api, task: Task): Promise<Found> {
  const moments = await listMoments(api, rangeOf(task))
  const found = moments.find(({ text }) => isTextOf(task, text))
  // The job it came from is told by no list; the moment itself is enough.
  return found ? { wecomId: null, momentId: found.momentId } : null
}

function rangeOf({ calledAgo }: Task): { from: number; until: number } {
  const now = Math.floor(Date.now() / 1000)
  return { from: now - Math.min(farthest - slack, Math.ceil(calledAgo) + slack), until: now + slack }
}
