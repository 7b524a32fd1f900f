import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, PageOf, PageQuery } from './common.ts'
import { eventNames } from './event-names.ts'

/** One entry of the log: who did what to which row. Names and words are not in it; `officerName` is looked up. */
export const AuditEvent = Type.Object({
  id: Id,
  /** Place in the sealed chain; null until it is sealed (a few seconds). */
  position: Nullable(Type.Integer()),
  name: OneOf(eventNames),
  at: Moment,
  actorKind: OneOf(['officer', 'resident', 'system']),
  actorId: Nullable(Id),
  officerName: Nullable(Type.String()),
  subjectKind: Type.String(),
  subjectId: Id,
  conversationId: Nullable(Id),
  contactId: Nullable(Id),
  villageId: Nullable(Id),
  requestId: Nullable(Type.String()),
  data: Type.Object({}, { additionalProperties: true }),
})
export type AuditEvent = Static<typeof AuditEvent>
export const AuditPage = PageOf(AuditEvent)

/** Newest first. `day` is a day of the station. */
export const AuditQuery = Type.Object(
  {
    officerId: Type.Optional(Id),
    contactId: Type.Optional(Id),
    name: Type.Optional(OneOf(eventNames)),
    day: Type.Optional(Day),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type AuditQuery = Static<typeof AuditQuery>

/** A signed statement "after `position` events the chain's head was `headHash`"; the same line lies outside the database. */
export const AuditCheckpoint = Type.Object({
  position: Type.Integer(),
  headHash: Type.String(),
  signature: Type.String(),
  publicKey: Type.String(),
  signedAt: Moment,
})
export type AuditCheckpoint = Static<typeof AuditCheckpoint>
export const CheckpointPage = PageOf(AuditCheckpoint)
