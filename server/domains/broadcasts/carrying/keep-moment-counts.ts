import { writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Task } from './claim-tasks.ts'

export type MomentCounts = { account: string; seers: number; likes: number; comments: number }

/** What came of the moments, told to the screens where a number moved. */
export async function keepMomentCounts(tx: Tx, task: Task, counts: MomentCounts[]): Promise<void> {
  const { rowCount } = await tx.client.query({
    name: 'keep-moment-counts',
    text: `insert into broadcast_moment_counts (station_id, task_id, account, seers, likes, comments)
      select $1, $2, c.* from unnest($3::text[], $4::int[], $5::int[], $6::int[]) as c
      on conflict (station_id, task_id, account) do update set seers = excluded.seers, likes = excluded.likes,
        comments = excluded.comments, counted_at = clock_timestamp()
      where (broadcast_moment_counts.seers, broadcast_moment_counts.likes, broadcast_moment_counts.comments)
        <> (excluded.seers, excluded.likes, excluded.comments)`,
    values: [
      task.stationId,
      task.id,
      counts.map(({ account }) => account),
      counts.map(({ seers }) => seers),
      counts.map(({ likes }) => likes),
      counts.map(({ comments }) => comments),
    ],
  })
  if (!rowCount) return
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'broadcast_task.counted',
      subject: { kind: 'broadcast', id: task.broadcastId },
      data: { taskId: task.id },
    },
  ])
}
