import type { Api } from '../../../gateways/wecom/api/api.ts'
import { ApiError } from '../../../gateways/wecom/api/api-error.ts'
import { remindMassMessage } from '../../../gateways/wecom/calls/remind-mass-message.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Pool } from '../../../platform/database/pool.ts'
import { AppError, conflict, notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { findVisibleBroadcast } from '../find-broadcast.ts'

/** WeCom's own limit for one message in 24 hours. */
export const mostReminders = 3
const tooOften = '24 小时内已经催过 3 次，企业微信不再提醒。请打电话给这位民警。'

/** 404 when the broadcast is not hers to see, or has no such task. */
export async function findTask(
  tx: Tx,
  session: OfficerSession,
  broadcastId: string,
  taskId: string,
): Promise<void> {
  await findVisibleBroadcast(tx, session, broadcastId)
  const { rowCount } = await tx.client.query(
    'select from broadcast_tasks where station_id = $1 and broadcast_id = $2 and id = $3',
    [tx.stationId, broadcastId, taskId],
  )
  if (rowCount !== 1) throw notFound()
}

/**
 * Puts a reminder down before WeCom is asked: a second press finds it. Of two that are pressed in the same moment the
 * second waits at the task's row.
 */
export async function noteReminder(
  tx: Tx,
  session: OfficerSession,
  broadcastId: string,
  taskId: string,
): Promise<{ reminderId: string }> {
  await findTask(tx, session, broadcastId, taskId)
  const { rows } = await tx.client.query(
    `select state, channel, (select count(*)::int from broadcast_reminders r where r.station_id = $1 and r.task_id = t.id
         and r.state <> 'refused' and r.at > clock_timestamp() - interval '24 hours') as lately,
       exists (select from broadcast_reminders r where r.station_id = $1 and r.task_id = t.id and r.at > clock_timestamp() - interval '20 seconds') as just
     from broadcast_tasks t where station_id = $1 and broadcast_id = $2 and id = $3 for update of t`,
    [tx.stationId, broadcastId, taskId],
  )
  const task = rows[0]
  if (task.channel === 'moments') throw conflict('朋友圈不能在这里催，请打电话给这位民警。')
  if (task.state !== 'asked') throw conflict('这一项现在不用催：还没有交给民警，或已经结束。')
  if (task.just) throw conflict('刚刚催过，请稍等。')
  if (task.lately >= mostReminders) throw conflict(tooOften)
  const reminderId = newId()
  await tx.client.query(
    'insert into broadcast_reminders (station_id, id, task_id, by_id) values ($1, $2, $3, $4)',
    [tx.stationId, reminderId, taskId, session.officerId],
  )
  return { reminderId }
}

/** Rings at the officer, outside any transaction; what became of it is written down. Asked for again, it rings no second time. */
export async function remindOfficer(
  pool: Pool,
  api: Api,
  stationId: string,
  actor: Actor,
  { reminderId }: { reminderId: string },
): Promise<{ done: true }> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query(
      `update broadcast_reminders r set state = 'sent', fail_code = 'unsure' from broadcast_tasks t
       where r.station_id = $1 and r.id = $2 and r.state = 'asking' and t.station_id = $1 and t.id = r.task_id
       returning t.wecom_id, t.id as task_id, t.broadcast_id`,
      [stationId, reminderId],
    ),
  )
  const found = rows[0]
  if (!found) return { done: true }
  try {
    await remindMassMessage(api, found.wecom_id)
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    const wasRefused = error.kind === 'refused' || error.kind === 'throttled'
    if (wasRefused) await settle(pool, stationId, reminderId, String(error.errcode ?? error.kind))
    if (error.errcode === 41094) throw conflict(tooOften)
    throw new AppError(
      'unavailable',
      wasRefused ? error.message : '没有得到企业微信的回答，不知道提醒到没有。请过一会儿再看，或打电话。',
    )
  }
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      'update broadcast_reminders set fail_code = null where station_id = $1 and id = $2',
      [stationId, reminderId],
    )
    await writeEvents(tx, actor, [
      {
        name: 'broadcast_task.reminded',
        subject: { kind: 'broadcast', id: found.broadcast_id },
        data: { taskId: found.task_id },
      },
    ])
  })
  return { done: true }
}

function settle(pool: Pool, stationId: string, reminderId: string, code: string): Promise<unknown> {
  return inStation(pool, stationId, (tx) =>
    tx.client.query(
      `update broadcast_reminders set state = 'refused', fail_code = $3 where station_id = $1 and id = $2`,
      [stationId, reminderId, code],
    ),
  )
}
