import { Gauge } from 'prom-client'
import type { Pool } from '../database/pool.ts'
import { deadLetterQueue } from './create-queues.ts'
import { jobSchema } from './migrate-jobs.ts'

let source: Pool | undefined
let reading: Promise<void> | undefined

/** The three gauges are read together: whichever is asked first reads for all. */
function collect(): Promise<void> {
  reading ??= measure().finally(() => {
    reading = undefined
  })
  return reading
}

const labelNames = ['queue'] as const
const waiting = new Gauge({
  name: 'jobs_waiting',
  help: 'Jobs that could run now, by queue',
  labelNames,
  collect,
})
const oldest = new Gauge({
  name: 'jobs_oldest_seconds',
  help: 'How long the oldest job that could run has waited, by queue',
  labelNames,
  collect,
})
const dead = new Gauge({
  name: 'jobs_dead_letters',
  help: 'Jobs that failed at every try and wait for a person, by the queue they came from',
  labelNames,
  collect,
})

/** Lets /metrics count the jobs through this pool: when it is asked, not all the while. */
export function measureJobs(pool: Pool): void {
  source = pool
}

async function measure(): Promise<void> {
  if (!source) return
  // Without a database there is nothing to say of jobs, but the other figures must still come.
  const found = await source
    .query(
      `select name, source_name, count(*)::int as n, extract(epoch from now() - min(start_after))::float8 as seconds
       from ${jobSchema}.job where state in ('created', 'retry') and start_after <= now() group by name, source_name`,
    )
    .catch(() => null)
  for (const gauge of [waiting, oldest, dead]) gauge.reset()
  for (const row of found?.rows ?? []) {
    if (row.name === deadLetterQueue) dead.set({ queue: row.source_name ?? 'unknown' }, row.n)
    else {
      waiting.set({ queue: row.name }, row.n)
      oldest.set({ queue: row.name }, row.seconds)
    }
  }
}
