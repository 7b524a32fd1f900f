import type { Pool } from '../../../platform/database/pool.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'
import { endTask } from './end-task.ts'
import { stillHolds } from './move-task.ts'

/** It can't be put: code is WeCom's, 'picture', or 'nobody_left' where there is nobody to put it to any more. */
export async function refuseTask(pool: Pool, task: Task, code: string): Promise<void> {
  await inStation(pool, task.stationId, async (tx) => {
    if (!(await stillHolds(tx, task))) return
    await endTask(tx, task, {
      state: code === 'nobody_left' ? 'ended' : 'refused',
      failCode: code === 'nobody_left' ? null : code,
      reason: 'refused',
    })
  })
}
