import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { type Actor, writeEvents } from '../events/write-events.ts'
import type { Tx } from '../tenancy.ts'
import { deadLetterQueue } from './create-queues.ts'
import { jobSchema } from './migrate-jobs.ts'

/** Runs a dead letter again. A second call for the same one changes nothing and is no error. */
export async function replayDeadLetter(
  context: Pick<Context, 'jobs'>,
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<void> {
  // Two at the same moment: the second waits here and then finds the first one's event.
  await tx.client.query(`select from ${jobSchema}.job where name = $1 and id = $2 for update`, [
    deadLetterQueue,
    id,
  ])
  if (await context.jobs.replay(tx, id)) {
    await writeEvents(tx, actor, [{ name: 'job.replayed', subject: { kind: 'job', id } }])
    return
  }
  const { rowCount } = await tx.client.query({
    name: 'find-replay',
    text: `select from events where station_id = $1 and subject_id = $2 and name = 'job.replayed' limit 1`,
    values: [tx.stationId, id],
  })
  if (rowCount === 0) throw notFound()
}
