import { type Static, Type } from 'typebox'
import { Day, Moment, Nullable, OneOf } from './common.ts'
import { accountKinds, channels } from './vocabulary.ts'

/** Any day of the week that is meant; this week where it is left out. */
export const WeeklyReportQuery = Type.Object({ week: Type.Optional(Day) }, { additionalProperties: false })

export const WeeklyReport = Type.Object({
  /** The Monday, and the Sunday. */
  weekOn: Day,
  untilOn: Day,
  /** When a week that is over was counted; null while it runs. */
  madeAt: Nullable(Moment),
  /** What each work account said over each channel. */
  said: Type.Array(
    Type.Object({
      kind: OneOf(accountKinds),
      account: Type.String(),
      channel: OneOf(channels),
      sent: Type.Integer(),
      residents: Type.Integer(),
      conversations: Type.Integer(),
      /** Who wrote it. */
      officers: Type.Array(Type.String()),
    }),
  ),
  /** What each work account in WeChat has. */
  accounts: Type.Array(
    Type.Object({
      account: Type.String(),
      officerName: Nullable(Type.String()),
      contacts: Type.Integer(),
      added: Type.Integer(),
      left: Type.Integer(),
      groups: Type.Integer(),
    }),
  ),
})
export type WeeklyReport = Static<typeof WeeklyReport>
