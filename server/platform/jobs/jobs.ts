import type { Tx } from '../tenancy.ts'

/** Data of a job: ids only, never words of a person. */
export type JobData = { stationId: string; [key: string]: string | number | boolean | null }

export type SendOptions = {
  startAfter?: Date
  /** Allows one waiting job of this name and key; a second send finds the first and leaves it at that. */
  key?: string
}

export type Jobs = {
  /** Queues a job in the transaction: it exists exactly when the transaction commits. `key` allows one waiting job. */
  send: (tx: Tx, name: string, data: JobData, options?: SendOptions) => Promise<void>
  /** Puts a dead letter of the transaction's station back into its queue; false when there is none (any more). */
  replay: (tx: Tx, deadLetterId: string) => Promise<boolean>
  /** Ends within five seconds; jobs in hand that are not done by then are given back to the queue. */
  stop: () => Promise<void>
}

/** For processes and tests that run no jobs: sending is accepted and goes nowhere. */
export function noJobs(): Jobs {
  return { send: async () => {}, replay: async () => false, stop: async () => {} }
}
