import type { Tx } from '../tenancy.ts'

/** Data of a job: ids only, never words of a person. */
export type JobData = { stationId: string; [key: string]: string | number | boolean | null }

export type Jobs = {
  /** Queues a job in the transaction: it exists exactly when the transaction commits. `key` allows one waiting job. */
  send: (tx: Tx, name: string, data: JobData, options?: { startAfter?: Date; key?: string }) => Promise<void>
  stop: () => Promise<void>
}

/** For processes and tests that run no jobs: sending is accepted and goes nowhere. */
export function noJobs(): Jobs {
  return { send: async () => {}, stop: async () => {} }
}
