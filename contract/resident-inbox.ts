import { type Static, Type } from 'typebox'
import { ClientKey, Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { Message } from './inbox.ts'
import { OwnReferral } from './office-referrals.ts'
import { type Office, officeCodes, settlements, verdicts } from './vocabulary.ts'

/** What a resident's phone sends. Text, or at least one photo or voice. */
export const ResidentMessage = Type.Object(
  {
    conversationId: Type.Optional(Id),
    clientKey: ClientKey,
    body: Text({ max: 2000, title: '文字' }),
    fileIds: Type.Optional(Type.Array(Id, { maxItems: 9 })),
    name: Type.Optional(Text({ max: 30 })),
    phone: Type.Optional(Type.String({ maxLength: 20, pattern: '^[0-9+ -]*$' })),
    villageId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
export type ResidentMessage = Static<typeof ResidentMessage>

/** `GET /api/public/first-looks?text=`: what somebody types who looks for a guide. Nothing of it is kept. */
export const FirstLookQuery = Type.Object(
  { text: Text({ min: 1, max: 60, title: '文字' }) },
  { additionalProperties: false },
)
/** Whether it reads as a danger, and the other office whose matter it is by its words; mostly neither. */
export const FirstLook = Type.Object({
  emergency: Type.Boolean(),
  office: Nullable(OneOf(officeCodes)),
})
export type FirstLook = { emergency: boolean; office: Office | null }

export const ResidentConversationItem = Type.Object({
  id: Id,
  number: Type.String(),
  preview: Type.String(),
  openedAt: Moment,
  lastMessageAt: Moment,
  /** A person has answered, and nothing was asked since. */
  answered: Type.Boolean(),
  closedAt: Nullable(Moment),
  rated: Type.Boolean(),
})

export const ResidentConversation = Type.Object({
  id: Id,
  number: Type.String(),
  emergency: Type.Boolean(),
  /** She has said something that no person has answered yet; a reminder of the system is no answer. */
  waiting: Type.Boolean(),
  openedAt: Moment,
  closedAt: Nullable(Moment),
  messages: Type.Array(Message),
  /** Older messages exist: ask with `before` = the id of the first one here. */
  more: Type.Boolean(),
  referrals: Type.Array(OwnReferral),
  closure: Nullable(
    Type.Object({
      outcome: Type.String(),
      settlement: OneOf(settlements),
      closedAt: Moment,
      verdict: Nullable(OneOf(verdicts)),
    }),
  ),
})
export type ResidentConversation = Static<typeof ResidentConversation>

export const RatingBody = Type.Object(
  { verdict: OneOf(verdicts), words: Text({ max: 500 }) },
  { additionalProperties: false },
)
