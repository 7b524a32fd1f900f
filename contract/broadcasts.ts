import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import {
  aboutHows,
  approvalAnswers,
  broadcastCaps,
  broadcastChannels,
  broadcastFilters,
  broadcastKinds,
  broadcastSteps,
  broadcastUrgencies,
  leftOutReasons,
} from './vocabulary.ts'

const Ids = (most: number) => Type.Array(Id, { minItems: 1, maxItems: most, uniqueItems: true })
const Words = (title: string) =>
  Type.Array(Text({ min: 1, max: 30, title }), { maxItems: 30, uniqueItems: true })

/**
 * To whom. Villages and 组 narrow everything; groups only which chats; tags, needs and languages only people. Moments can
 * be narrowed by tags alone: WeCom knows nothing else there.
 */
export const BroadcastAudience = Type.Object(
  {
    /** Null: the whole town. */
    villageIds: Nullable(Ids(300)),
    /** 组 within these villages; a village without one is meant as a whole. */
    villageGroups: Type.Array(
      Type.Object(
        { villageId: Id, name: Text({ min: 1, max: 30, title: '组' }) },
        { additionalProperties: false },
      ),
      { maxItems: 300 },
    ),
    /** Null: all chats of the villages. */
    groupIds: Nullable(Ids(2000)),
    tagIds: Type.Array(Type.String({ minLength: 1, maxLength: 64, title: '标签' }), {
      maxItems: 100,
      uniqueItems: true,
    }),
    needs: Words('需要'),
    languages: Words('语言'),
  },
  { additionalProperties: false },
)
export type BroadcastAudience = Static<typeof BroadcastAudience>

/** Everything a person writes; a draft may still lack what a submitted one must have. */
export const BroadcastContent = Type.Object(
  {
    kind: OneOf(broadcastKinds),
    urgency: OneOf(broadcastUrgencies),
    title: Text({ max: 60, title: '标题' }),
    body: Text({ max: 4000, title: '正文' }),
    spoken: Text({ max: 500, title: '大喇叭稿' }),
    fileIds: Type.Array(Id, { maxItems: 9, uniqueItems: true }),
    channels: Type.Array(OneOf(broadcastChannels), { maxItems: 5, uniqueItems: true }),
    audience: BroadcastAudience,
    /** Null: as soon as it is approved. */
    sendAt: Nullable(Moment),
    /** Until when the residents' page shows it; null: a week after it started. */
    shownUntil: Nullable(Moment),
    templateKey: Nullable(Text({ max: 60, title: '模板' })),
  },
  { additionalProperties: false },
)
export type BroadcastContent = Static<typeof BroadcastContent>

/** `POST /api/broadcasts` */
export const NewBroadcast = BroadcastContent
/** `PUT /api/broadcasts/:id/draft`: `version` is the one that was changed, `savedAt` when it was read. */
export const BroadcastDraft = Type.Object(
  { ...BroadcastContent.properties, version: Type.Integer({ minimum: 1 }), savedAt: Moment },
  { additionalProperties: false },
)
export type BroadcastDraft = Static<typeof BroadcastDraft>
export const SavedBroadcast = Type.Object({ id: Id, version: Type.Integer(), savedAt: Moment })
export type SavedBroadcast = Static<typeof SavedBroadcast>

export const BroadcastVersionBody = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
export const BroadcastNote = Type.Object(
  { note: Text({ max: 200, title: '说明' }) },
  { additionalProperties: false },
)
export const BroadcastRefusal = Type.Object(
  { version: Type.Integer({ minimum: 1 }), note: Text({ min: 2, max: 200, title: '退回的原因' }) },
  { additionalProperties: false },
)
/** A newer broadcast about an earlier one, to the same people. */
export const BroadcastAbout = Type.Object({ how: OneOf(aboutHows) }, { additionalProperties: false })

/** As the list shows it. */
export const Broadcast = Type.Object({
  id: Id,
  number: Type.String(),
  kind: OneOf(broadcastKinds),
  urgency: OneOf(broadcastUrgencies),
  title: Type.String(),
  channels: Type.Array(OneOf(broadcastChannels)),
  villageIds: Nullable(Type.Array(Id)),
  /** The newest step; once corrected or withdrawn it stays so. */
  state: OneOf(broadcastSteps),
  version: Type.Integer(),
  madeBy: Named,
  madeAt: Moment,
  movedAt: Moment,
  /** When it will start, of an approved one: after quiet hours, if it must wait. */
  startsAt: Nullable(Moment),
  startedAt: Nullable(Moment),
  about: Nullable(Type.Object({ id: Id, number: Type.String(), how: OneOf(aboutHows) })),
  mayApprove: OneOf(approvalAnswers),
})
export type Broadcast = Static<typeof Broadcast>

export const BroadcastQuery = Type.Object(
  {
    filter: Type.Optional(OneOf(broadcastFilters)),
    kind: Type.Optional(OneOf(broadcastKinds)),
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    limit: PageQuery.limit,
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  },
  { additionalProperties: false },
)
export type BroadcastQuery = Static<typeof BroadcastQuery>
export const BroadcastPage = PageOf(Broadcast)
export type BroadcastPage = Static<typeof BroadcastPage>

export const BroadcastFigures = Type.Object({
  /** Waits for this officer. */
  toApprove: Type.Integer(),
  planned: Type.Integer(),
})
export type BroadcastFigures = Static<typeof BroadcastFigures>

export const BroadcastVersion = Type.Object({
  version: Type.Integer(),
  title: Type.String(),
  body: Type.String(),
  spoken: Type.String(),
  fileIds: Type.Array(Id),
  channels: Type.Array(OneOf(broadcastChannels)),
  audience: BroadcastAudience,
  sendAt: Nullable(Moment),
  shownUntil: Nullable(Moment),
  templateKey: Nullable(Type.String()),
  writtenBy: Named,
  writtenAt: Moment,
})
export type BroadcastVersion = Static<typeof BroadcastVersion>

export const BroadcastDetail = Type.Object({
  broadcast: Broadcast,
  /** Newest first. */
  versions: Type.Array(BroadcastVersion),
  /** Oldest first. `by` null: the system, at the time planned. */
  steps: Type.Array(
    Type.Object({
      step: OneOf(broadcastSteps),
      version: Type.Integer(),
      note: Type.String(),
      by: Nullable(Named),
      at: Moment,
    }),
  ),
  /** Corrections and withdrawals of this one. */
  followUps: Type.Array(
    Type.Object({
      id: Id,
      number: Type.String(),
      how: OneOf(aboutHows),
      title: Type.String(),
      state: OneOf(broadcastSteps),
    }),
  ),
  /** Whom it was drawn for, once it has started. */
  drawn: Type.Array(
    Type.Object({
      channel: OneOf(broadcastChannels),
      targets: Type.Integer(),
      leftOut: Type.Array(Type.Object({ reason: OneOf(leftOutReasons), count: Type.Integer() })),
    }),
  ),
  /** Whether it waits for the morning. */
  quiet: Type.Boolean(),
  /** Of one that waits for approval: when it would start if it were approved now; null: at once. */
  wouldStartAt: Nullable(Moment),
})
export type BroadcastDetail = Static<typeof BroadcastDetail>

/** `POST /api/broadcast-audiences`: counts only. `aboutId`: of those who had the earlier one. */
export const AudienceQuestion = Type.Object(
  {
    channels: Type.Array(OneOf(broadcastChannels), { maxItems: 5, uniqueItems: true }),
    audience: BroadcastAudience,
    aboutId: Nullable(Id),
  },
  { additionalProperties: false },
)
export type AudienceQuestion = Static<typeof AudienceQuestion>

export const AudienceCount = Type.Object({
  channels: Type.Array(
    Type.Object({
      channel: OneOf(broadcastChannels),
      /** People, chats or villages it goes to; of Moments those who may see it. */
      targets: Type.Integer(),
      leftOut: Type.Array(Type.Object({ reason: OneOf(leftOutReasons), count: Type.Integer() })),
      /** Work accounts that will be asked to confirm. */
      accounts: Type.Integer(),
    }),
  ),
  /** Members of the chats it goes to, as WeCom counts them. */
  groupMembers: Type.Integer(),
  /** Homes in the villages and 组, and how many of them have somebody it goes to in a single chat. */
  households: Type.Object({ all: Type.Integer(), reached: Type.Integer() }),
  /** People with these needs and languages who are no contact at all: a call or a visit. */
  unreachable: Type.Integer(),
  quota: Type.Object({
    cap: OneOf(broadcastCaps),
    /** What one contact may get in this period, and what the one who got most has left. */
    most: Type.Integer(),
    left: Type.Integer(),
  }),
})
export type AudienceCount = Static<typeof AudienceCount>

/** `GET /api/broadcast-audience-options`: what can be chosen. */
export const AudienceOptions = Type.Object({
  groups: Type.Array(
    Type.Object({ id: Id, name: Type.String(), villageId: Nullable(Id), members: Type.Integer() }),
  ),
  villageGroups: Type.Array(Type.Object({ villageId: Id, name: Type.String(), households: Type.Integer() })),
  tags: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), groupName: Type.String() })),
  needs: Type.Array(Type.Object({ name: Type.String(), people: Type.Integer() })),
  languages: Type.Array(Type.Object({ name: Type.String(), people: Type.Integer() })),
})
export type AudienceOptions = Static<typeof AudienceOptions>

/** `GET /api/broadcasts/:id/left-out`: by name, before it starts as it would be now. */
export const LeftOutQuery = Type.Object(
  {
    channel: OneOf(['contacts', 'groups'] as const),
    reason: OneOf(leftOutReasons),
    limit: PageQuery.limit,
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  },
  { additionalProperties: false },
)
export type LeftOutQuery = Static<typeof LeftOutQuery>
export const LeftOutPage = PageOf(
  Type.Object({
    contactId: Nullable(Id),
    groupId: Nullable(Id),
    name: Type.String(),
    villageId: Nullable(Id),
  }),
)
export type LeftOutPage = Static<typeof LeftOutPage>
