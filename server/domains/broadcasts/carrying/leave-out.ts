import type { Tx } from '../../../platform/tenancy.ts'
import { noticeRefusals } from '../../residents/consents/notice-refusals.ts'
import type { Task } from './claim-tasks.ts'

/** Who said no, or took the link away, since it was drawn up whom it goes to, up to this second. */
export async function leaveOut(tx: Tx, task: Task): Promise<void> {
  if (task.channel === 'groups') return
  await tx.client.query({
    name: 'leave-out-of-broadcast',
    text: `update broadcast_targets g set state = 'left_out', settled_at = clock_timestamp(),
        reason = case when c.removed_at is not null then 'removed' when c.opted_out_at is not null then 'opted_out' else 'no_consent' end
      from contacts c
      where g.station_id = $1 and g.task_id = $2 and g.state = 'waiting' and c.station_id = $1 and c.id = g.contact_id
        and c.id in (${noticeRefusals})`,
    values: [task.stationId, task.id],
  })
}
