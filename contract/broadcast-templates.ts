import { type Static, Type } from 'typebox'

import { capCategories } from './cap-words.ts'
import { Day, Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'
import { broadcastChannels, broadcastKinds, broadcastUrgencies } from './vocabulary.ts'

/** Of the script variables those that a station fills by itself; the villages are those chosen. */
export const templateVariables = ['所名', '所电话', '所地址', '村名'] as const

const SeasonDay = Type.String({ pattern: '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$', title: '月和日' })

/** What a person writes of a template. */
export const TemplateContent = Type.Object(
  {
    title: Text({ min: 2, max: 60, title: '标题' }),
    body: Text({ min: 4, max: 1200, title: '正文' }),
    /** Short sentences without signs; the page to read from says them twice. */
    spoken: Text({ min: 4, max: 500, title: '大喇叭稿' }),
    kind: OneOf(broadcastKinds),
    urgency: OneOf(broadcastUrgencies),
    channels: Type.Array(OneOf(broadcastChannels), { minItems: 1, maxItems: 5, uniqueItems: true }),
    care: Text({ max: 200, title: '还要照顾到谁' }),
    seasonFrom: Nullable(SeasonDay),
    seasonTo: Nullable(SeasonDay),
    seasonNote: Text({ max: 100, title: '时间说明' }),
    basis: Text({ max: 300, title: '依据' }),
    capCategory: OneOf(capCategories),
    ownerId: Nullable(Id),
    reviewOn: Day,
  },
  { additionalProperties: false },
)
export type TemplateContent = Static<typeof TemplateContent>

/** `POST /api/broadcast-templates` */
export const NewTemplate = TemplateContent
/** `PUT /api/broadcast-templates/:id`: `version` is the one that was changed. */
export const TemplateChange = Type.Object(
  { ...TemplateContent.properties, version: Type.Integer({ minimum: 1 }) },
  { additionalProperties: false },
)
export type TemplateChange = Static<typeof TemplateChange>

/** `POST /api/broadcast-templates/:id/reviews`: read again, and it still holds. */
export const TemplateReview = Type.Object(
  {
    version: Type.Integer({ minimum: 1 }),
    nextOn: Day,
    note: Text({ max: 200, title: '说明' }),
  },
  { additionalProperties: false },
)
export type TemplateReview = Static<typeof TemplateReview>

const { ownerId: _, ...words } = TemplateContent.properties

export const BroadcastTemplate = Type.Object({
  id: Id,
  key: Type.String(),
  version: Type.Integer(),
  ...words,
  owner: Nullable(Named),
  /** When it is to be read again: by its newest version or the newest review. */
  reviewOn: Day,
  /** Due within a month, overdue, or nobody owns it. */
  reviewDue: Type.Boolean(),
  inSeason: Type.Boolean(),
  /** When it last went out, and how often. */
  usedAt: Nullable(Moment),
  used: Type.Integer(),
  retiredAt: Nullable(Moment),
})
export type BroadcastTemplate = Static<typeof BroadcastTemplate>

export const templateFilters = ['in_use', 'in_season', 'due', 'retired'] as const
export type TemplateFilter = (typeof templateFilters)[number]
export const TemplateQuery = Type.Object(
  { filter: Type.Optional(OneOf(templateFilters)) },
  { additionalProperties: false },
)
export type TemplateQuery = Static<typeof TemplateQuery>
export const TemplateList = Type.Object({ items: Type.Array(BroadcastTemplate), due: Type.Integer() })
export type TemplateList = Static<typeof TemplateList>

export const TemplateDetail = Type.Object({
  template: BroadcastTemplate,
  /** As it would stand today; with braces where the station lacks a value. */
  filled: Type.Object({ title: Type.String(), body: Type.String(), spoken: Type.String() }),
  missing: Type.Array(Type.String()),
  history: Type.Array(
    Type.Object({
      kind: OneOf(['version', 'review'] as const),
      version: Type.Integer(),
      title: Type.String(),
      body: Type.String(),
      spoken: Type.String(),
      note: Type.String(),
      /** Null: as it was delivered. */
      by: Nullable(Named),
      at: Moment,
    }),
  ),
})
export type TemplateDetail = Static<typeof TemplateDetail>

/** `POST /api/broadcast-templates/:id/broadcasts`: a draft begins with its words. Null: the whole town. */
export const TemplateUse = Type.Object(
  { villageIds: Nullable(Type.Array(Id, { minItems: 1, maxItems: 300, uniqueItems: true })) },
  { additionalProperties: false },
)
export type TemplateUse = Static<typeof TemplateUse>
