import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { finishSettled } from './finish-settled.ts'

type Ending = {
  state: 'refused' | 'cancelled' | 'ended'
  failCode?: string | null
  /** What stands as the reason at those whom it did not reach. */
  reason: 'refused' | 'cancelled' | 'never_confirmed' | 'not_sent'
  by?: string | null
}

/** A task is over: those who are still open were not reached. The broadcast is finished when this was its last. */
export async function endTask(
  tx: Tx,
  task: { id: string; broadcastId: string },
  { state, failCode = null, reason, by = null }: Ending,
): Promise<void> {
  await tx.client.query({
    name: 'end-broadcast-task',
    text: `update broadcast_tasks set state = $3, fail_code = $4, ended_at = clock_timestamp(), leased_until = null
      where station_id = $1 and id = $2`,
    values: [tx.stationId, task.id, state, failCode],
  })
  const { rowCount } = await tx.client.query({
    name: 'fail-open-broadcast-targets',
    text: `update broadcast_targets set state = 'failed', reason = $3, settled_at = clock_timestamp()
      where station_id = $1 and task_id = $2 and state in ('waiting', 'asked')`,
    values: [tx.stationId, task.id, reason],
  })
  await writeEvents(tx, by ? { kind: 'officer', id: by } : { kind: 'system', id: null }, [
    {
      name: `broadcast_task.${state}`,
      subject: { kind: 'broadcast', id: task.broadcastId },
      data: { taskId: task.id, code: failCode, failed: rowCount ?? 0 },
    },
  ])
  await finishSettled(tx, task.broadcastId)
}
