import type { Pool } from '../../../platform/database/pool.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'

/** The work accounts that are asked to publish a moment: those who have somebody it is meant for. */
export async function listMomentAccounts(pool: Pool, task: Task): Promise<string[]> {
  const { rows } = await inStation(pool, task.stationId, (tx) =>
    tx.client.query({
      name: 'list-moment-accounts',
      text: `select distinct w.user_id from broadcast_targets g
        join work_contacts w on w.station_id = $1 and w.contact_id = g.contact_id and w.ended_at is null and w.left_at is null and not w.half
        join work_accounts a on a.station_id = $1 and a.user_id = w.user_id and a.gone_at is null
        where g.station_id = $1 and g.task_id = $2 and g.state = 'waiting' order by w.user_id`,
      values: [task.stationId, task.id],
    }),
  )
  return rows.map((row) => row.user_id)
}
