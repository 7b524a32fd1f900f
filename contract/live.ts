import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable } from './common.ts'

/** What arrives on the live stream as `change`: what moved, never what was said. */
export const Change = Type.Object({
  cursor: Type.String(),
  name: Type.String(),
  subjectKind: Type.String(),
  subjectId: Id,
  conversationId: Nullable(Id),
  contactId: Nullable(Id),
  actorId: Nullable(Id),
  at: Moment,
})
export type Change = Static<typeof Change>
export const LiveQuery = Type.Object({ after: Type.Optional(Type.String({ maxLength: 80 })) })
/** An EventSource sends no header: `station` says which of the stations the phone knows. */
export const ResidentLiveQuery = Type.Object({ ...LiveQuery.properties, station: Type.Optional(Id) })
