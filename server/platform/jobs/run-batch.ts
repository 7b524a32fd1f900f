import type { Job, JobResult } from 'pg-boss'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { JobDefinition } from './job-plan.ts'
import type { JobData } from './jobs.ts'

/** Runs the jobs of one fetch, a few at a time, each with an outcome of its own. Never throws. */
export async function runBatch(
  context: Context,
  definition: JobDefinition,
  jobs: Job<JobData>[],
): Promise<JobResult[]> {
  const results: JobResult[] = []
  const waiting = [...jobs]
  const runNext = async () => {
    for (let job = waiting.shift(); job; job = waiting.shift())
      results.push(await runJob(context, definition, job))
  }
  await Promise.all(Array.from({ length: definition.concurrency ?? 4 }, runNext))
  return results
}

async function runJob(context: Context, definition: JobDefinition, job: Job<JobData>): Promise<JobResult> {
  try {
    await definition.work(context, job.data)
    return { id: job.id, status: 'completed' }
  } catch (error) {
    const { log } = context
    log.error(
      { err: error as Error, job: definition.name, jobId: job.id, tries: job.retryCount + 1 },
      'job failed',
    )
    // Only the code is kept: messages of errors can quote what people wrote.
    return { id: job.id, status: 'failed', output: { code: errorCodeOf(error) } }
  }
}

function errorCodeOf(error: unknown): string {
  if (error instanceof AppError) return error.code
  const { code, name } = error as { code?: unknown; name?: unknown }
  return String(code ?? name ?? 'unknown').slice(0, 60)
}
