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
  /** What was said of the month's matters, newest first; what was taken back counts no longer. */
  entered: Type.Array(
    Type.Object({
      reviewId: Id,
      kind: OneOf(matterKinds),
      id: Id,
      number: Type.String(),
      wasEmergency: Type.Boolean(),
      note: Type.String(),
      reviewedBy: Nullable(Type.String()),
      reviewedAt: Moment,
      takenBack: Nullable(Type.Object({ by: Nullable(Type.String()), at: Moment, why: Type.String() })),
      /** Whether the one who asks may take it back: her own, or she is a chief. */
      mayTakeBack: Type.Boolean(),
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

/** `POST /api/reviews/:id/taking-back`: the review stays with who, when and why, and the matter may be reviewed again. */
export const ReviewTakenBack = Type.Object(
  {
    reason: Type.Unsafe<string>({
      ...Text({ min: 1, max: 500, title: '原因' }),
      allOf: [{ pattern: '\\S' }],
    }),
  },
  { additionalProperties: false },
)
