import { type Static, Type } from 'typebox'
import { Id, Moment } from './common.ts'

/** A job that failed at every try: what it was about (ids only), why, and how long ago it was first asked for. */
export const DeadLetter = Type.Object({
  id: Id,
  job: Type.String(),
  stationId: Id,
  /** The job's data: ids, codes and numbers. */
  data: Type.Record(Type.String(), Type.Unknown()),
  errorCode: Type.String(),
  tries: Type.Integer(),
  askedAt: Moment,
  failedAt: Moment,
})

/** `GET /api/jobs/dead-letters`: the newest hundred and how many there are; `POST …/:id/replay` runs one again. */
export const DeadLetters = Type.Object({ items: Type.Array(DeadLetter), total: Type.Integer() })
export type DeadLetters = Static<typeof DeadLetters>
