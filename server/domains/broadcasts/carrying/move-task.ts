import type { Pool } from '../../../platform/database/pool.ts'
import { inStation, type Tx } from '../../../platform/tenancy.ts'
import { holdSeconds, type Task } from './claim-tasks.ts'

type Next = {
  state: 'waiting' | 'asking' | 'asked'
  /** Until the next look; without it the worker keeps its hold. */
  seconds?: number
  failCode?: string | null
}

/**
 * Moves a task on, if this worker still holds it and it is where it was: of two who think they have it only one may call.
 * With seconds it is let go.
 */
export async function moveTask(pool: Pool, task: Task, from: Task['state'], next: Next): Promise<boolean> {
  const { rows } = await inStation(pool, task.stationId, (tx) =>
    tx.client.query({
      name: 'move-broadcast-task',
      text: `update broadcast_tasks set state = $5, fail_code = $6,
          called_at = case when $5 = 'asking' and $4 = 'waiting' then clock_timestamp() else called_at end,
          tries = tries + case when $5 = 'asking' and $4 = 'waiting' then 1 else 0 end,
          poll_at = case when $7::float is null then poll_at else clock_timestamp() + make_interval(secs => $7) end,
          leased_until = case when $7::float is null then clock_timestamp() + make_interval(secs => ${holdSeconds}) end
        where station_id = $1 and id = $2 and leased_until::text = $3 and state = $4
          and ($5 <> 'asking' or $4 <> 'waiting' or cancel_wanted_at is null)
        returning leased_until::text as hold`,
      values: [
        task.stationId,
        task.id,
        task.hold,
        from,
        next.state,
        next.failCode ?? null,
        next.seconds ?? null,
      ],
    }),
  )
  if (!rows[0]) return false
  if (rows[0].hold) task.hold = rows[0].hold
  return true
}

/** Whether this worker still holds it, for a change of other rows in the same transaction; its row stays locked. */
export async function stillHolds(tx: Tx, task: Task): Promise<boolean> {
  const { rowCount } = await tx.client.query({
    name: 'still-holds-broadcast-task',
    text: `select from broadcast_tasks where station_id = $1 and id = $2 and leased_until::text = $3 for update`,
    values: [task.stationId, task.id, task.hold],
  })
  return rowCount === 1
}
