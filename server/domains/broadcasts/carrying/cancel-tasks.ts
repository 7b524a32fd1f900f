import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { endTask } from './end-task.ts'

/**
 * Calls off what of a broadcast nobody has confirmed yet. What was not put to WeCom ends here and now; for the rest the
 * worker calls it off there, and the receipts say what had gone out before. A second time is as once.
 */
export async function cancelTasks(tx: Tx, actor: Actor, broadcastId: string): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'cancel-broadcast-tasks',
    text: `update broadcast_tasks set cancel_wanted_at = clock_timestamp(), cancel_wanted_by = $3, poll_at = clock_timestamp()
      where station_id = $1 and broadcast_id = $2 and state in ('waiting', 'asking', 'asked') and cancel_wanted_at is null
      returning id, state`,
    values: [tx.stationId, broadcastId, actor.kind === 'officer' ? actor.id : null],
  })
  const by = actor.kind === 'officer' ? actor.id : null
  for (const { id } of rows.filter(({ state }) => state === 'waiting'))
    await endTask(tx, { id, broadcastId }, { state: 'cancelled', reason: 'cancelled', by })
  const open = rows.filter(({ state }) => state !== 'waiting').length
  if (open === 0) return
  await writeEvents(tx, actor, [
    {
      name: 'broadcast_task.cancel_asked',
      subject: { kind: 'broadcast', id: broadcastId },
      data: { tasks: open },
    },
  ])
}
