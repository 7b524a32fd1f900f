import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery } from './common.ts'

/** The channels that WeCom carries; page and loudspeaker have no receipts but their own. */
export const carriedChannels = ['groups', 'contacts', 'moments'] as const
export type CarriedChannel = (typeof carriedChannels)[number]
export const taskStates = ['waiting', 'asking', 'asked', 'refused', 'cancelled', 'ended'] as const
export type TaskState = (typeof taskStates)[number]
/** Why it did not reach somebody. */
export const failReasons = [
  'not_contact',
  'capped',
  'refused',
  'not_sent',
  'never_confirmed',
  'cancelled',
] as const
export type FailReason = (typeof failReasons)[number]

/** Three receipts, never mixed: officers asked, officers who confirmed, people or groups it reached. */
export const ChannelReceipts = Type.Object({
  channel: OneOf(carriedChannels),
  officers: Type.Integer(),
  asked: Type.Integer(),
  confirmed: Type.Integer(),
  targets: Type.Integer(),
  reached: Type.Integer(),
  /** Still open: the officer has not confirmed, or WeCom has not said yet. */
  open: Type.Integer(),
  failures: Type.Array(Type.Object({ reason: OneOf(failReasons), count: Type.Integer() })),
})
export type ChannelReceipts = Static<typeof ChannelReceipts>

/** What one officer is asked. */
export const OfficerReceipt = Type.Object({
  taskId: Id,
  channel: OneOf(carriedChannels),
  account: Type.String(),
  /** Null: a work account of nobody we know. */
  officer: Nullable(Named),
  state: OneOf(taskStates),
  /** In words, when WeCom does not take it or is asked again. */
  trouble: Nullable(Type.String()),
  askedAt: Nullable(Moment),
  confirmedAt: Nullable(Moment),
  targets: Type.Integer(),
  reached: Type.Integer(),
  reminders: Type.Array(Type.Object({ at: Moment, by: Nullable(Named), sent: Type.Boolean() })),
  mayRemind: Type.Boolean(),
  /** Of Moments, once published: who can see it, not who did. */
  moment: Nullable(Type.Object({ seers: Type.Integer(), likes: Type.Integer(), comments: Type.Integer() })),
})
export type OfficerReceipt = Static<typeof OfficerReceipt>

/** `GET /api/broadcasts/:id/receipts`: numbers, and names of officers alone. */
export const BroadcastReceipts = Type.Object({
  startedAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  /** Whether WeCom is set up at all. */
  connected: Type.Boolean(),
  channels: Type.Array(ChannelReceipts),
  officers: Type.Array(OfficerReceipt),
  /** Pictures that WeCom does not take, by their place. */
  pictures: Type.Array(Type.Object({ fileId: Id, place: Type.Integer(), why: Type.String() })),
  /** Villages on whose page it is shown. Whether anybody has read it nobody knows. */
  pageVillages: Type.Integer(),
  replies: Type.Integer(),
})
export type BroadcastReceipts = Static<typeof BroadcastReceipts>

/** `GET /api/broadcasts/:id/targets` */
export const TargetQuery = Type.Object(
  {
    channel: OneOf(carriedChannels),
    state: OneOf(['reached', 'open', 'failed'] as const),
    reason: Type.Optional(OneOf(failReasons)),
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
    limit: PageQuery.limit,
  },
  { additionalProperties: false },
)
export type TargetQuery = Static<typeof TargetQuery>
export const TargetPage = PageOf(
  Type.Object({
    name: Type.String(),
    contactId: Nullable(Id),
    groupId: Nullable(Id),
    villageName: Nullable(Type.String()),
    at: Nullable(Moment),
  }),
)
export type TargetPage = Static<typeof TargetPage>

/** `GET /api/broadcasts/:id/replies`: of matters that one may see; `hidden` counts the others. */
export const BroadcastReplies = Type.Object({
  items: Type.Array(
    Type.Object({
      conversationId: Id,
      number: Type.String(),
      name: Type.String(),
      villageName: Nullable(Type.String()),
      body: Type.String(),
      at: Moment,
      open: Type.Boolean(),
    }),
  ),
  hidden: Type.Integer(),
})
export type BroadcastReplies = Static<typeof BroadcastReplies>

/** `GET /api/conversations/:id/broadcasts`: what a matter answers to. */
export const ConversationBroadcasts = Type.Object({
  items: Type.Array(
    Type.Object({ id: Id, number: Type.String(), title: Type.String(), messageId: Id, at: Moment }),
  ),
})
export type ConversationBroadcasts = Static<typeof ConversationBroadcasts>

export const ReminderParams = Type.Object({ id: Id, taskId: Id })
