import type { Pool } from '../../../platform/database/pool.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'

/** Whom a task is still for: ids of WeCom. */
export async function listTargets(
  pool: Pool,
  task: Task,
  states: ('waiting' | 'asked')[],
): Promise<string[]> {
  const { rows } = await inStation(pool, task.stationId, (tx) =>
    tx.client.query({
      name: 'list-broadcast-targets',
      text: 'select target from broadcast_targets where station_id = $1 and task_id = $2 and state = any($3) order by target',
      values: [task.stationId, task.id, states],
    }),
  )
  return rows.map((row) => row.target)
}
