import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf } from './common.ts'
import { officeCodes } from './vocabulary.ts'

/** What the resident says of the other office. */
export const referralAnswers = ['done', 'not_done'] as const
export type ReferralAnswer = (typeof referralAnswers)[number]
/** `waiting`: not asked yet; `silent`: asked, and nothing said. */
export const referralStates = ['waiting', 'silent', ...referralAnswers] as const
export type ReferralState = (typeof referralStates)[number]

/** A matter handed to another office. */
export const OfficeReferral = Type.Object({
  id: Id,
  office: OneOf(officeCodes),
  /** The number she was told. */
  phone: Type.String(),
  officerName: Type.String(),
  referredAt: Moment,
  askOn: Day,
  askedAt: Nullable(Moment),
  answer: Nullable(OneOf(referralAnswers)),
  answeredAt: Nullable(Moment),
})
export type OfficeReferral = Static<typeof OfficeReferral>

/** `POST /api/conversations/:id/office-referrals`: tells her the office's number; `askInDays` later she is asked once. */
export const ReferralBody = Type.Object(
  {
    office: OneOf(officeCodes),
    askInDays: Type.Integer({ minimum: 1, maximum: 60, title: '几天后问' }),
  },
  { additionalProperties: false },
)
export type ReferralBody = Static<typeof ReferralBody>

/** `POST /api/office-referrals/:id/answer` and the resident's own. */
export const ReferralAnswerBody = Type.Object(
  { answer: OneOf(referralAnswers) },
  { additionalProperties: false },
)

/** `GET /api/office-referrals`: newest first, at most a hundred; `counts` of all of the last year. */
export const ReferralQuery = Type.Object(
  { state: Type.Optional(OneOf(referralStates)), office: Type.Optional(OneOf(officeCodes)) },
  { additionalProperties: false },
)
export type ReferralQuery = Static<typeof ReferralQuery>
export const ReferralList = Type.Object({
  items: Type.Array(
    Type.Object({
      ...OfficeReferral.properties,
      conversationId: Id,
      number: Type.String(),
      personName: Type.String(),
      villageName: Nullable(Type.String()),
    }),
  ),
  counts: Type.Object({
    waiting: Type.Integer(),
    silent: Type.Integer(),
    done: Type.Integer(),
    not_done: Type.Integer(),
  }),
})
export type ReferralList = Static<typeof ReferralList>

/** Of a referral as its resident sees it. */
export const OwnReferral = Type.Object({
  id: Id,
  office: OneOf(officeCodes),
  phone: Type.String(),
  referredAt: Moment,
  askedAt: Nullable(Moment),
  answer: Nullable(OneOf(referralAnswers)),
})
