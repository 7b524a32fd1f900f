import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { scenarios, settlements } from './vocabulary.ts'

const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', title: '月份' })
export const matterKinds = ['conversation', 'case'] as const

/** `GET /api/reviews`: the month's sample; without a month, the last full one. */
export const ReviewQuery = Type.Object({ month: Type.Optional(Month) }, { additionalProperties: false })
export type ReviewQuery = Static<typeof ReviewQuery>

/** What chance drew of a month's non-emergency matters, and is still to be looked at by the one who asks. */
export const ReviewSample = Type.Object({
  month: Month,
  /** How many were drawn, how many of them are reviewed, and how many she closed herself: another reviews those. */
  drawn: Type.Integer(),
  reviewed: Type.Integer(),
  own: Type.Integer(),
  items: Type.Array(
    Type.Object({
      kind: OneOf(matterKinds),
      id: Id,
      number: Type.String(),
      /** The case's title, or how the conversation began. */
      title: Type.String(),
      villageName: Nullable(Type.String()),
      scenario: OneOf(scenarios),
      settlement: OneOf(settlements),
      closedAt: Moment,
      closedBy: Nullable(Type.String()),
    }),
  ),
})
export type ReviewSample = Static<typeof ReviewSample>

/** `POST /api/reviews`: only of what the month's sample holds. A matter that was an emergency says why. */
export const NewReview = Type.Object(
  {
    month: Month,
    kind: OneOf(matterKinds),
    id: Id,
    wasEmergency: Type.Boolean(),
    note: Text({ max: 500, title: '说明' }),
  },
  { additionalProperties: false },
)
export type NewReview = Static<typeof NewReview>
