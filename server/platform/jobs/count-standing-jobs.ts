import type { Tx } from '../tenancy.ts'
import { deadLetterQueue } from './create-queues.ts'
import { jobSchema } from './migrate-jobs.ts'

/** Jobs of the station that could have run for so long and that nobody takes: the workers are gone or the queue is paused. */
export async function countStandingJobs(tx: Tx, seconds: number): Promise<number> {
  const { rows } = await tx.client.query({
    name: 'count-standing-jobs',
    text: `select count(*)::int as n from ${jobSchema}.job where state < 'active' and name <> '${deadLetterQueue}'
      and start_after < clock_timestamp() - $2 * interval '1 second' and data ->> 'stationId' = $1::text`,
    values: [tx.stationId, seconds],
  })
  return rows[0].n
}
