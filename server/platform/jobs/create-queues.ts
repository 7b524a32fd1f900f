import type { PgBoss, QueueOptions } from 'pg-boss'
import type { JobDefinition } from './job-plan.ts'

export const deadLetterQueue = 'dead-letters'
/** The queue of the clock: its jobs put one job of a schedule into the queue of every station. */
export const scheduleQueue = 'every-station'

const day = 24 * 3600

/** Makes the queues, or brings those of an older version up to what the definitions say now. */
export async function createQueues(boss: PgBoss, definitions: JobDefinition[]): Promise<void> {
  // A dead letter waits for a person, not for a worker: it must outlive holidays.
  await createQueue(boss, deadLetterQueue, { retryLimit: 0, retentionSeconds: 365 * day })
  await createQueue(boss, scheduleQueue, queueOptions({}), 'short')
  for (const definition of definitions)
    await createQueue(boss, definition.name, queueOptions(definition), 'short')
}

async function createQueue(boss: PgBoss, name: string, options: QueueOptions, policy?: string) {
  const notify = { notify: policy !== undefined, ...(policy && { deadLetter: deadLetterQueue }) }
  await boss.createQueue(name, { ...options, ...notify, ...(policy && { policy }) })
  await boss.updateQueue(name, { ...options, ...notify })
}

function queueOptions(definition: Partial<JobDefinition>): QueueOptions {
  return {
    retryLimit: definition.retryLimit ?? 8,
    retryBackoff: true,
    retryDelay: definition.retryDelaySeconds ?? 5,
    retryDelayMax: 3600,
    expireInSeconds: definition.maxSeconds ?? 300,
    // A worker that was killed says nothing for ten seconds; then its jobs go to another.
    heartbeatSeconds: 10,
    retentionSeconds: 30 * day,
    deleteAfterSeconds: day,
  }
}
