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

export type DeadLetterOf = {
  id: string
  job: string
  data: Record<string, unknown>
  errorCode: string
  failedAt: Date
}

/** Those of some jobs, all of them, oldest first: for a domain that gives each to somebody. */
export async function listDeadLettersOf(tx: Tx, jobs: string[]): Promise<DeadLetterOf[]> {
  const { rows } = await tx.client.query({
    name: 'list-dead-letters-of',
    text: `select id, source_name, data, source_output ->> 'code' as code, created_on
           from ${jobSchema}.job where name = '${deadLetterQueue}' and state = 'created' and data ->> 'stationId' = $1
             and source_name = any($2) order by created_on limit 1000`,
    values: [tx.stationId, jobs],
  })
  return rows.map((row) => ({
    id: row.id,
    job: row.source_name,
    data: row.data,
    errorCode: row.code ?? 'worker_lost',
    failedAt: row.created_on,
  }))
}

/** A person has seen to it otherwise: it is never run again. */
export async function dropDeadLetter(tx: Tx, id: string): Promise<void> {
  await tx.client.query(
    `update ${jobSchema}.job set state = 'cancelled', completed_on = now()
     where name = '${deadLetterQueue}' and id = $2 and state = 'created' and data ->> 'stationId' = $1`,
    [tx.stationId, id],
  )
}
