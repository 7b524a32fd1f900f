import { type Static, Type } from 'typebox'
import { Day, Nullable, OneOf, Text } from './common.ts'
import { NearDay } from './services.ts'

const holidayKinds = ['off', 'workday'] as const

/** A day that differs from the week: free, or a Saturday or Sunday made a workday (调休). */
export const HolidayDay = Type.Object(
  { day: NearDay, kind: OneOf(holidayKinds), name: Text({ min: 1, max: 40, title: '节日' }) },
  { additionalProperties: false },
)
export type HolidayDay = Static<typeof HolidayDay>

/** `PUT /api/public-holidays/:year`: the yearly notice, in place of what was known of that year. */
export const PublicHolidays = Type.Object(
  {
    days: Type.Array(HolidayDay, { minItems: 1, maxItems: 80 }),
    /** False: not announced yet, only what the law itself gives. True unless said otherwise. */
    official: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type PublicHolidays = Static<typeof PublicHolidays>
export const YearParams = Type.Object({ year: Type.Integer({ minimum: 2024, maximum: 2099 }) })

/** `GET /api/public-holidays/:year`: the list as it is now, in the form in which it can be read in again. */
export const HolidayYear = Type.Object({
  year: Type.Integer(),
  official: Type.Boolean(),
  days: Type.Array(HolidayDay),
})
export type HolidayYear = Static<typeof HolidayYear>

/** `POST /api/public-holiday-previews`: a list as a file holds it or the notice's own words; nothing is saved. */
export const HolidayText = Type.Object(
  { text: Text({ min: 1, max: 30_000, title: '名单' }) },
  { additionalProperties: false },
)
const Known = Type.Object({ kind: OneOf(holidayKinds), name: Type.String() })
/** What saving the year would change, day by day. */
export const HolidayPreview = Type.Object({
  years: Type.Array(
    Type.Object({
      year: Type.Integer(),
      official: Type.Boolean(),
      officialNow: Type.Boolean(),
      days: Type.Array(HolidayDay),
      changes: Type.Array(Type.Object({ day: Day, before: Nullable(Known), after: Nullable(Known) })),
      /** Booked appointments to come on days that would be free; somebody must move them. */
      booked: Type.Integer(),
    }),
  ),
})
export type HolidayPreview = Static<typeof HolidayPreview>
