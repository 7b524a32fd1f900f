import { type Static, Type } from 'typebox'
import { Moment, Nullable, OneOf } from './common.ts'
import { noticeKinds } from './vocabulary.ts'

const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', title: '时间' })
const Unwanted = Type.Array(OneOf(noticeKinds), {
  maxItems: noticeKinds.length,
  uniqueItems: true,
  title: '不要的提醒',
})

/** What I want to be told over WeCom. Quiet hours hold back everything but emergencies; both null: none. */
export const NoticeChoice = Type.Object(
  { unwanted: Unwanted, quietFrom: Nullable(Clock), quietUntil: Nullable(Clock) },
  { additionalProperties: false },
)
export type NoticeChoice = Static<typeof NoticeChoice>

export const OwnNotices = Type.Object({
  /** Whether I am bound to a member, and the station sends at all. */
  bound: Type.Boolean(),
  /** What somebody of my role can be told. */
  kinds: Type.Array(OneOf(noticeKinds)),
  unwanted: Unwanted,
  quietFrom: Nullable(Type.String()),
  quietUntil: Nullable(Type.String()),
  /** What of the last days did not reach me, newest first, and why. */
  failures: Type.Array(Type.Object({ kind: OneOf(noticeKinds), at: Moment, words: Type.String() })),
})
export type OwnNotices = Static<typeof OwnNotices>
