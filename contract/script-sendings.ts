import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, PageOf, PageQuery } from './common.ts'
import { NearDay } from './services.ts'

/** `GET /api/scripts/:id/sendings`: the messages that keep a version of a script, newest first. */
export const SendingsQuery = Type.Object(
  {
    /** Only this version; without it, with `old`, all but the one in use. */
    version: Type.Optional(Type.Integer({ minimum: 1 })),
    old: Type.Optional(Type.Boolean()),
    from: Type.Optional(NearDay),
    to: Type.Optional(NearDay),
    villageId: Type.Optional(Id),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type SendingsQuery = Static<typeof SendingsQuery>

/** A message that was sent with a script: where it stands, and nobody's name. */
export const Sending = Type.Object({
  messageId: Id,
  conversationId: Id,
  number: Type.String(),
  villageId: Nullable(Id),
  version: Type.Integer(),
  sentAt: Moment,
})
export const Sendings = PageOf(Sending)
