import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, PageQuery, Text } from './common.ts'
import { householdReaches, visitOutcomes } from './vocabulary.ts'

/** Households resident on a day, each in exactly one of the five; who moved away stands apart. */
export const HouseholdCounts = Type.Object({
  resident: Type.Integer(),
  reached: Type.Integer(),
  perhaps: Type.Integer(),
  away: Type.Integer(),
  phoneless: Type.Integer(),
  open: Type.Integer(),
  departed: Type.Integer(),
})
export type HouseholdCounts = Static<typeof HouseholdCounts>

/** A group by its name; `none`: the households whose group nobody wrote down. */
const Group = Text({ min: 1, max: 60, title: '组' })
const dayQuery = { day: Type.Optional(Day) }

export const CoverageQuery = Type.Object(dayQuery, { additionalProperties: false })
export const CoverageGroupsQuery = Type.Object(
  { ...dayQuery, villageId: Id },
  { additionalProperties: false },
)
export const CoverageTrendQuery = Type.Object(
  { ...dayQuery, villageId: Type.Optional(Id) },
  { additionalProperties: false },
)

export const CoverageVillage = Type.Object({
  ...HouseholdCounts.properties,
  villageId: Id,
  name: Type.String(),
  groups: Type.Integer(),
  /** On a map: without groups of so few households that a point would be somebody's. */
  drawn: Type.Object({ reached: Type.Integer(), others: Type.Integer() }),
})
export type CoverageVillage = Static<typeof CoverageVillage>

export const Coverage = Type.Object({
  day: Day,
  /** Until when that day is known. */
  snapshotAt: Moment,
  version: Type.Integer(),
  definition: Type.String(),
  whole: HouseholdCounts,
  villages: Type.Array(CoverageVillage),
})
export type Coverage = Static<typeof Coverage>

export const CoverageGroup = Type.Object({ ...HouseholdCounts.properties, group: Type.String() })
export const CoverageGroups = Type.Object({ day: Day, villageId: Id, items: Type.Array(CoverageGroup) })
export type CoverageGroups = Static<typeof CoverageGroups>

export const CoverageTrend = Type.Object({
  /** A day a week, the last one the day asked for. */
  weeks: Type.Array(
    Type.Object({ day: Day, resident: Type.Integer(), reached: Type.Integer(), perhaps: Type.Integer() }),
  ),
})
export type CoverageTrend = Static<typeof CoverageTrend>

/** The households behind a number. */
export const CoverageRowsQuery = Type.Object(
  {
    ...dayQuery,
    villageId: Type.Optional(Id),
    group: Type.Optional(Group),
    reach: Type.Optional(OneOf(householdReaches)),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type CoverageRowsQuery = Static<typeof CoverageRowsQuery>
export const CoverageRows = Type.Object({
  day: Day,
  /** Only her villages are shown: the number counts the whole station. */
  narrowed: Type.Boolean(),
  items: Type.Array(
    Type.Object({
      householdId: Id,
      door: Type.String(),
      village: Type.String(),
      group: Type.String(),
      reach: OneOf(householdReaches),
    }),
  ),
  next: Nullable(Type.String()),
  total: Type.Integer(),
})
export type CoverageRows = Static<typeof CoverageRows>

export const CoverageExport = Type.Object(
  { ...dayQuery, form: OneOf(['xlsx', 'csv'] as const) },
  { additionalProperties: false },
)
export type CoverageExport = Static<typeof CoverageExport>

/** Doors to knock at. `resting`: also who said no in the last 90 days. */
export const DoorRoundQuery = Type.Object(
  {
    villageId: Type.Optional(Id),
    group: Type.Optional(Group),
    resting: Type.Optional(OneOf(['yes'] as const)),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type DoorRoundQuery = Static<typeof DoorRoundQuery>

export const DoorVisit = Type.Object({
  outcome: OneOf(visitOutcomes),
  visitedAt: Moment,
  officerName: Type.String(),
})
export const DoorRoundItem = Type.Object({
  householdId: Id,
  door: Type.String(),
  villageId: Id,
  village: Type.String(),
  group: Type.String(),
  reach: OneOf(householdReaches),
  /** The head as written down, else somebody who lives there. */
  person: Type.String(),
  isHead: Type.Boolean(),
  lastVisit: Nullable(DoorVisit),
  /** Somebody there has opted out, or said no at the door: leave her in peace until then. */
  restsUntil: Nullable(Day),
})
export type DoorRoundItem = Static<typeof DoorRoundItem>
export const DoorRound = Type.Object({
  items: Type.Array(DoorRoundItem),
  next: Nullable(Type.String()),
  total: Type.Integer(),
  /** Left out because they said no. */
  resting: Type.Integer(),
})
export type DoorRound = Static<typeof DoorRound>

export const NewDoorVisit = Type.Object(
  {
    outcome: OneOf(visitOutcomes),
    /** When she stood there: the phone may have been without a network. */ visitedAt: Moment,
  },
  { additionalProperties: false },
)
export type NewDoorVisit = Static<typeof NewDoorVisit>
export const DoorVisitMade = Type.Object({ visitId: Id })
