import type { EventName } from '../../../contract/event-names.ts'
import type { Context } from '../context.ts'
import type { JobData } from './jobs.ts'

/** What a job does. It may run twice (a process died after the work, before the note), so it must not mind. */
export type JobDefinition = {
  name: string
  work: (context: Context, data: JobData) => Promise<unknown>
  /** Tries after the first, with growing pauses (5 s, 10 s, … an hour at most); then it is a dead letter. */
  retryLimit?: number
  retryDelaySeconds?: number
  /** A try that takes longer counts as failed. */
  maxSeconds?: number
  /** How many run at once in one process. */
  concurrency?: number
}

/** What follows an event: a job for each, or one waiting job for all that happens meanwhile in the station. */
export type Reaction = string | { job: string; oncePer: 'station' | 'conversation'; delaySeconds?: number }

/** A job for every station, by the clock of Asia/Shanghai: minute hour day month weekday. */
export type JobSchedule = { job: string; cron: string }

/** Everything that happens on its own, as server/reactions.ts lists it. */
export type JobPlan = {
  definitions: JobDefinition[]
  reactions: Partial<Record<EventName, Reaction[]>>
  /** Follows every event whatever its name. */
  everyEvent: Reaction[]
  schedules: JobSchedule[]
}
