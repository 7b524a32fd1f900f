import type { Pool } from '../../../platform/database/pool.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'
import { stillHolds } from './move-task.ts'

/**
 * WeCom has it: the officers are asked, and whom it can't go to is written down. askedAt: by WeCom's clock, of a call
 * that was found again. Who was asked and what the call would have said of whom it can't reach is then seen when the
 * officer has confirmed.
 */
export async function markAsked(
  pool: Pool,
  task: Task,
  asked: { wecomId: string | null; momentId?: string; accounts: string[]; failed: string[] },
): Promise<void> {
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    const values = [task.stationId, task.id]
    await tx.client.query(
      `update broadcast_tasks set state = 'asked', wecom_id = $3, moment_id = $4, fail_code = null, leased_until = null,
         asked_at = clock_timestamp(), poll_at = clock_timestamp() + interval '3 seconds'
       where station_id = $1 and id = $2 and state = 'asking'`,
      [...values, asked.wecomId, asked.momentId ?? null],
    )
    await tx.client.query(
      `update broadcast_targets set state = case when target = any($3) then 'failed' else 'asked' end,
         reason = case when target = any($3) then 'refused' end,
         settled_at = case when target = any($3) then clock_timestamp() end
       where station_id = $1 and task_id = $2 and state = 'waiting'`,
      [...values, asked.failed],
    )
    await tx.client.query(
      `insert into broadcast_confirmations (station_id, task_id, account, asked_at)
       select $1, $2, a, clock_timestamp() from unnest($3::text[]) as a on conflict do nothing`,
      [...values, asked.accounts],
    )
    await writeEvents(tx, { kind: 'system', id: null }, [
      {
        name: 'broadcast_task.asked',
        subject: { kind: 'broadcast', id: task.broadcastId },
        data: { taskId: task.id, channel: task.channel, failed: asked.failed.length },
      },
    ])
  })
}
