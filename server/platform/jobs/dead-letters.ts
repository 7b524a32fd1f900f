import type { DeadLetters } from '../../../contract/jobs.ts'
import type { Tx } from '../tenancy.ts'
import { deadLetterQueue } from './create-queues.ts'
import { jobSchema } from './migrate-jobs.ts'

/** The station's jobs that failed at every try, newest first: at most a hundred, and how many there are. */
export async function listDeadLetters(tx: Tx): Promise<DeadLetters> {
  const { rows } = await tx.client.query({
    name: 'list-dead-letters',
    text: `select id, source_name, data, source_output ->> 'code' as code, source_retry_count, source_created_on,
             created_on, count(*) over () as total
           from ${jobSchema}.job where name = '${deadLetterQueue}' and state = 'created' and data ->> 'stationId' = $1
           order by created_on desc limit 100`,
    values: [tx.stationId],
  })
  return {
    items: rows.map((row) => ({
      id: row.id,
      job: row.source_name,
      stationId: tx.stationId,
      data: row.data,
      // A job whose worker died or overran has no code of its own.
      errorCode: row.code ?? 'worker_lost',
      tries: row.source_retry_count + 1,
      askedAt: row.source_created_on.toISOString(),
      failedAt: row.created_on.toISOString(),
    })),
    total: rows[0]?.total ?? 0,
  }
}
