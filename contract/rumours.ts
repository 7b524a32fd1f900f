import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { doubtKinds } from './rumour-words.ts'
import { answerStates, evidenceKinds, rumourFilters, rumourStages, rumourTopics } from './vocabulary.ts'

/** A rumour as the list shows it. Nobody who said it stands anywhere. */
export const Rumour = Type.Object({
  id: Id,
  words: Type.String(),
  topic: OneOf(rumourTopics),
  stage: OneOf(rumourStages),
  /** Null: in the whole town. */
  villageIds: Nullable(Type.Array(Id)),
  firstHeardAt: Moment,
  recordedAt: Moment,
  recordedBy: Named,
  /** Since when it stands at this stage. */
  movedAt: Moment,
  /** The reply that may go out; null: none may. */
  currentVersion: Nullable(Type.Integer()),
  /** A newer draft that waits for a second person. */
  pendingVersion: Nullable(Type.Integer()),
  firstApprovedAt: Nullable(Moment),
  nextUpdateAt: Nullable(Moment),
  /** The promised update is late. */
  due: Type.Boolean(),
  /** So much evidence came after the newest reply was drafted, and nobody has looked at it; 0 while none is approved. */
  freshEvidence: Type.Integer(),
  groups: Type.Object({
    waiting: Type.Integer(),
    behind: Type.Integer(),
    answered: Type.Integer(),
    oldestAskedAt: Nullable(Moment),
  }),
})
export type Rumour = Static<typeof Rumour>

export const RumourQuery = Type.Object(
  {
    filter: Type.Optional(OneOf(rumourFilters)),
    topic: Type.Optional(OneOf(rumourTopics)),
    villageId: Type.Optional(Id),
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    limit: PageQuery.limit,
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  },
  { additionalProperties: false },
)
export type RumourQuery = Static<typeof RumourQuery>
export const RumourPage = PageOf(Rumour)
export type RumourPage = Static<typeof RumourPage>

/** How quick the desk is, and who waits for it. */
export const RumourFigures = Type.Object({
  open: Type.Integer(),
  due: Type.Integer(),
  toApprove: Type.Integer(),
  /** Those of them that this officer may approve herself. */
  toApproveByMe: Type.Integer(),
  groupsWaiting: Type.Integer(),
  groupsBehind: Type.Integer(),
  oldestAskedAt: Nullable(Moment),
  /** From first heard to the first approved reply, of what was recorded in the last 90 days: the middle one, in minutes. */
  firstReplyMinutes: Nullable(Type.Integer()),
  firstReplies: Type.Integer(),
})
export type RumourFigures = Static<typeof RumourFigures>

export const RumourMove = Type.Object({
  stage: OneOf(rumourStages),
  office: Nullable(Type.String()),
  answersOn: Nullable(Day),
  note: Type.String(),
  by: Named,
  at: Moment,
})
export type RumourMove = Static<typeof RumourMove>

export const Evidence = Type.Object({
  id: Id,
  kind: OneOf(evidenceKinds),
  says: Type.String(),
  source: Type.String(),
  link: Type.String(),
  documentNumber: Type.String(),
  datedOn: Day,
  by: Named,
  at: Moment,
  withdrawnAt: Nullable(Moment),
  /** It came after the reply, and nobody has looked at it. */
  fresh: Type.Boolean(),
})
export type Evidence = Static<typeof Evidence>

/** Words that may not be said yet, or need a second look: which, and what is doubtful about them. */
export const Doubt = Type.Object({ kind: OneOf(doubtKinds), word: Type.String() })

export const RumourCorrection = Type.Object({
  version: Type.Integer(),
  wrongWords: Type.String(),
  rightWords: Type.String(),
  reason: Type.String(),
})

export const RumourReply = Type.Object({
  version: Type.Integer(),
  stage: OneOf(rumourStages),
  knownAt: Moment,
  checked: Type.String(),
  source: Type.String(),
  unknown: Type.String(),
  advice: Type.String(),
  nextUpdateAt: Nullable(Moment),
  correction: Nullable(RumourCorrection),
  /** The whole text as it goes out. */
  body: Type.String(),
  doubts: Type.Array(Doubt),
  draftedBy: Named,
  draftedAt: Moment,
  approvedBy: Nullable(Named),
  approvedAt: Nullable(Moment),
  shownUntil: Nullable(Moment),
})
export type RumourReply = Static<typeof RumourReply>

export const RumourGroup = Type.Object({
  groupId: Id,
  name: Type.String(),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  askedAt: Nullable(Moment),
  askedBy: Nullable(Named),
  state: OneOf(answerStates),
  answers: Type.Array(Type.Object({ version: Type.Integer(), by: Named, at: Moment })),
})
export type RumourGroup = Static<typeof RumourGroup>

/** A matter in which it is asked, by its number alone. */
export const RumourConversation = Type.Object({
  conversationId: Id,
  number: Type.String(),
  villageName: Nullable(Type.String()),
  tiedAt: Moment,
  state: OneOf(answerStates),
})
export type RumourConversation = Static<typeof RumourConversation>

export const RumourDetail = Type.Object({
  rumour: Rumour,
  moves: Type.Array(RumourMove),
  evidence: Type.Array(Evidence),
  replies: Type.Array(RumourReply),
  groups: Type.Array(RumourGroup),
  conversations: Type.Array(RumourConversation),
})
export type RumourDetail = Static<typeof RumourDetail>

/** `POST /api/rumours`: what is told, without anybody in it. */
export const NewRumour = Type.Object(
  {
    words: Text({ min: 4, max: 200, title: '传言的内容' }),
    topic: OneOf(rumourTopics),
    firstHeardAt: Moment,
    villageIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true })),
  },
  { additionalProperties: false },
)
export type NewRumour = Static<typeof NewRumour>

export const NewEvidence = Type.Object(
  {
    kind: OneOf(evidenceKinds),
    says: Text({ min: 1, max: 1000, title: '依据的内容' }),
    source: Text({ min: 1, max: 100, title: '来源' }),
    link: Type.String({ maxLength: 500, pattern: '^(https?://[^\\s<>"]+)?$', title: '链接' }),
    documentNumber: Text({ max: 60, title: '文号' }),
    datedOn: Type.String({ format: 'date', pattern: '^20[0-9]{2}-', title: '日期' }),
  },
  { additionalProperties: false },
)
export type NewEvidence = Static<typeof NewEvidence>

export const NewRumourMove = Type.Object(
  {
    stage: OneOf(rumourStages),
    office: Nullable(Text({ min: 2, max: 40, title: '哪个单位' })),
    answersOn: Nullable(Type.String({ format: 'date', pattern: '^20[0-9]{2}-', title: '哪天答复' })),
    note: Text({ max: 200, title: '说明' }),
  },
  { additionalProperties: false },
)
export type NewRumourMove = Static<typeof NewRumourMove>

const Element = (title: string, min = 1) => Text({ min, max: 300, title })
export const NewRumourReply = Type.Object(
  {
    knownAt: Moment,
    checked: Element('核实了什么'),
    source: Element('来源'),
    unknown: Element('仍不知道什么', 0),
    advice: Element('给居民的建议', 0),
    nextUpdateAt: Nullable(Moment),
    correction: Nullable(
      Type.Object(
        {
          version: Type.Integer({ minimum: 1 }),
          wrongWords: Element('说错的原话'),
          rightWords: Element('正确的说法'),
          reason: Element('为什么说错'),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
)
export type NewRumourReply = Static<typeof NewRumourReply>

/** `doubtsSeen`: the second person read the doubtful words and lets them stand. */
export const RumourApproval = Type.Object(
  { version: Type.Integer({ minimum: 1 }), doubtsSeen: Type.Boolean() },
  { additionalProperties: false },
)
export const NewRumourGroup = Type.Object({ groupId: Id }, { additionalProperties: false })
export const NewRumourConversation = Type.Object({ conversationId: Id }, { additionalProperties: false })
export const ReplyVersion = Type.Object(
  { version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
/** `sent`: it stands in the chat already, whatever was approved since. */
export const GroupAnswer = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    sent: Type.Optional(Type.Boolean({ title: '是不是已经发到群里' })),
  },
  { additionalProperties: false },
)
export const RumourGroupParams = Type.Object({ id: Id, groupId: Id })
export const EvidenceLooks = Type.Object(
  { evidenceIds: Type.Array(Id, { minItems: 1, maxItems: 100, uniqueItems: true }) },
  { additionalProperties: false },
)
export const RumourEvidenceParams = Type.Object({ id: Id, evidenceId: Id })
export const RumourConversationParams = Type.Object({ id: Id, conversationId: Id })

/** Beside a conversation: what it asks about, and what else is open. */
export const ConversationRumours = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      words: Type.String(),
      tied: Type.Boolean(),
      /** How many of its words stand in the resident's last messages; the tied ones first, then by this. */
      shared: Type.Integer(),
      stage: OneOf(rumourStages),
      /** What may go out, and what this matter had of it. */
      reply: Nullable(Type.Object({ version: Type.Integer(), body: Type.String() })),
      state: OneOf(answerStates),
    }),
  ),
})
export type ConversationRumours = Static<typeof ConversationRumours>

/** Beside a group: what may be said there, and what it still needs. */
export const GroupRumours = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      words: Type.String(),
      stage: OneOf(rumourStages),
      /** What may go out; null: nothing may. */
      reply: Nullable(Type.Object({ version: Type.Integer(), body: Type.String() })),
      /** A newer draft that waits for a second person. */
      pendingVersion: Nullable(Type.Integer()),
      /** Null: nobody asked there, and nothing was posted. */
      state: Nullable(OneOf(answerStates)),
      /** Since when it waits, or when it asked last. */
      askedAt: Nullable(Moment),
      last: Nullable(Type.Object({ version: Type.Integer(), by: Named, at: Moment })),
    }),
  ),
})
export type GroupRumours = Static<typeof GroupRumours>
