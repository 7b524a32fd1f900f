import { Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageQuery } from './common.ts'
import { messageDirections } from './vocabulary.ts'

export const MessageHit = Type.Object({
  messageId: Id,
  conversationId: Id,
  number: Type.String(),
  contactName: Type.String(),
  direction: OneOf(messageDirections),
  /** Some characters around the first match. */
  excerpt: Type.String(),
  /** Where in the excerpt stands what was looked for, from and to. */
  marks: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()])),
  villageName: Nullable(Type.String()),
  receivedAt: Moment,
  /** It is said in a recording, as a machine heard it or a person wrote it down. */
  heard: Type.Optional(Type.Boolean()),
})
export const SearchQuery = Type.Object(
  { query: Type.String({ minLength: 1, maxLength: 50 }), ...PageQuery },
  { additionalProperties: false },
)

/** `GET /api/mentions`: a note that names me. */
export const MentionItem = Type.Object({
  messageId: Id,
  conversationId: Id,
  number: Type.String(),
  author: Type.String(),
  body: Type.String(),
  sentAt: Moment,
})
