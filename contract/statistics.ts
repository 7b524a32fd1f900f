import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, PageQuery } from './common.ts'
import { appointmentStatuses, channels, clockKinds } from './vocabulary.ts'

/** Every figure that has a definition, in the order of the statistics page. */
export const figureKeys = [
  'diversion_rate',
  'mis_diversion',
  'first_human_answer',
  'outcome_told',
  'same_day_completion',
  'household_coverage',
  'resident_contacts',
  'groups_joined',
  'matters_by_scenario',
  'matters_by_village',
  'matters_by_channel',
  'counter_settled',
  'ask_to_outcome',
  'satisfaction',
  'script_scenarios',
] as const
export type FigureKey = (typeof figureKeys)[number]

/** What the value is: a share between 0 and 1, a count, or minutes. */
export const figureUnits = ['share', 'count', 'minutes'] as const

/** What a row behind a figure is; the screens link to it by this. */
export const figureRowKinds = [
  'conversation',
  'case',
  'household',
  'contact',
  'chat_group',
  'script',
] as const

const Month = Type.String({ pattern: '^20[0-9]{2}-(0[1-9]|1[0-2])$', title: '月份' })

/** A calendar month, or days from…to (both counted, Asia/Shanghai). Without any: the last full month. */
export const periodQuery = {
  month: Type.Optional(Month),
  from: Type.Optional(Day),
  to: Type.Optional(Day),
  /** A village's id, or 'unknown' for matters whose village nobody knows. */
  village: Type.Optional(Type.Union([Id, Type.Literal('unknown')])),
  channel: Type.Optional(OneOf(channels)),
}

export const StatisticsQuery = Type.Object(periodQuery, { additionalProperties: false })
export type StatisticsQuery = Static<typeof StatisticsQuery>

export const FigureParams = Type.Object({ key: OneOf(figureKeys) })

/** `part` narrows to one of the figure's parts; `counted` to the numerator ('yes') or what is missing from it ('no'). */
export const FigureRowsQuery = Type.Object(
  {
    ...periodQuery,
    part: Type.Optional(Type.String({ maxLength: 80 })),
    counted: Type.Optional(OneOf(['yes', 'no'])),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type FigureRowsQuery = Static<typeof FigureRowsQuery>

/** A figure of an earlier period beside this one. Percent only where both counts allow it. */
export const Comparison = Type.Object({
  from: Day,
  to: Day,
  /** The count compared (the numerator of a count, the value's numerator of a share). */
  now: Type.Integer(),
  before: Type.Integer(),
  beforeDenominator: Nullable(Type.Integer()),
  /** The figure's value then, in its own unit. */
  beforeValue: Nullable(Type.Number()),
  /** (now − before) / before in percent, one decimal; null: before is 0, a share, or the period is not over. */
  percent: Nullable(Type.Number()),
  /** Shares only: difference in percentage points, one decimal. */
  points: Nullable(Type.Number()),
  /** 2(√now − √before); null for shares and while the period is not over. */
  z: Nullable(Type.Number()),
  /** |z| < 3. */
  withinUsual: Nullable(Type.Boolean()),
  /** One of the two counts is below 20. */
  smallNumbers: Type.Boolean(),
})
export type Comparison = Static<typeof Comparison>

/** A part of a figure: a village (or 'unknown'), a scenario, a channel, a way of settling. */
export const FigurePart = Type.Object({
  key: Type.String(),
  name: Type.String(),
  numerator: Type.Integer(),
  denominator: Nullable(Type.Integer()),
  value: Nullable(Type.Number()),
})
export type FigurePart = Static<typeof FigurePart>

/** A number beside the value: a median, a 90th percentile, a response rate. */
export const FigureMeasure = Type.Object({
  key: Type.String(),
  name: Type.String(),
  unit: OneOf(figureUnits),
  value: Nullable(Type.Number()),
  /** The part of the figure whose rows it stands on; without: all rows of the figure. */
  part: Type.Optional(Type.String()),
})
export type FigureMeasure = Static<typeof FigureMeasure>

export const Figure = Type.Object({
  key: OneOf(figureKeys),
  version: Type.Integer(),
  name: Type.String(),
  definition: Type.String(),
  unit: OneOf(figureUnits),
  /** null: there is no denominator, so there is no rate; or none was found, and the measure `at_most` says how sure that is. */
  value: Nullable(Type.Number()),
  numerator: Nullable(Type.Integer()),
  denominator: Nullable(Type.Integer()),
  /** While some of the seven days are not over: how many matters are open and where the final share will lie. */
  provisional: Nullable(
    Type.Object({ open: Type.Integer(), low: Nullable(Type.Number()), high: Nullable(Type.Number()) }),
  ),
  /** 'wilson': 95 % interval of the share. 'match': low counts certain matches only, high the uncertain ones too. */
  band: Nullable(Type.Object({ kind: OneOf(['wilson', 'match']), low: Type.Number(), high: Type.Number() })),
  smallNumbers: Type.Boolean(),
  /** Matters of the period whose record changed after the period had ended. */
  changedLater: Nullable(Type.Integer()),
  measures: Type.Array(FigureMeasure),
  parts: Type.Array(FigurePart),
  monthOnMonth: Nullable(Comparison),
  yearOnYear: Nullable(Comparison),
  /** A sentence that must stand beside the value, such as why there is none. */
  note: Nullable(Type.String()),
})
export type Figure = Static<typeof Figure>

export const StatisticsPage = Type.Object({
  from: Day,
  to: Day,
  /** The calendar month, if the period is one. */
  month: Nullable(Month),
  /** The period's last day is over. */
  complete: Type.Boolean(),
  snapshotAt: Moment,
  village: Nullable(Type.String()),
  channel: Nullable(OneOf(channels)),
  figures: Type.Array(Figure),
})
export type StatisticsPage = Static<typeof StatisticsPage>

export const FigureRow = Type.Object({
  kind: OneOf(figureRowKinds),
  id: Id,
  /** Display number, address or name of what the row is. */
  label: Type.String(),
  counted: Type.Boolean(),
  villageId: Nullable(Id),
  village: Type.String(),
  scenario: Nullable(Type.String()),
  channel: Nullable(OneOf(channels)),
  /** When it happened: closed, asked, joined. */
  at: Nullable(Moment),
  /** Why it is counted or not, in words. */
  reason: Type.String(),
  minutes: Nullable(Type.Number()),
})
export type FigureRow = Static<typeof FigureRow>

export const FigureRows = Type.Object({
  key: OneOf(figureKeys),
  version: Type.Integer(),
  name: Type.String(),
  from: Day,
  to: Day,
  snapshotAt: Moment,
  /** Only the rows of her villages are shown: the figure itself counts the whole station. */
  narrowed: Type.Boolean(),
  items: Type.Array(FigureRow),
  next: Nullable(Type.String()),
  total: Type.Integer(),
})
export type FigureRows = Static<typeof FigureRows>

/** The rows of one figure as a CSV file (UTF-8 with mark). Answer: text/csv. */
export const NewExport = Type.Object(
  {
    figure: OneOf(figureKeys),
    ...periodQuery,
    part: Type.Optional(Type.String({ maxLength: 80 })),
    counted: Type.Optional(OneOf(['yes', 'no'])),
  },
  { additionalProperties: false },
)
export type NewExport = Static<typeof NewExport>

const WorkItem = Type.Object({
  kind: OneOf(['conversation', 'case', 'mention', 'phone_task', 'outcome_call']),
  id: Id,
  number: Type.String(),
  title: Type.String(),
  villageId: Nullable(Id),
  emergency: Type.Boolean(),
  /** Waiting since (conversation), due (case), written (mention), or asked for (phone_task: `id` is its conversation; outcome_call: her case). */
  at: Moment,
})

/** The first page of the workbench; an auxiliary's numbers are those of her villages. */
export const StationHome = Type.Object({
  snapshotAt: Moment,
  waiting: Type.Object({
    count: Type.Integer(),
    unassigned: Type.Integer(),
    oldestSince: Nullable(Moment),
    oldestId: Nullable(Id),
    oldestNumber: Nullable(Type.String()),
  }),
  emergencies: Type.Object({ open: Type.Integer(), waiting: Type.Integer() }),
  appointments: Type.Array(Type.Object({ status: OneOf(appointmentStatuses), count: Type.Integer() })),
  clocks: Type.Object({
    overdue: Type.Integer(),
    dueToday: Type.Integer(),
    oldest: Nullable(
      Type.Object({ caseId: Id, number: Type.String(), kind: OneOf(clockKinds), dueAt: Moment }),
    ),
  }),
  /** What the installation wants looked at (stuck work, silent channels); empty when all is well. */
  alarms: Type.Array(Type.Object({ key: Type.String(), sentence: Type.String(), count: Type.Integer() })),
  onDuty: Type.Array(
    Type.Object({
      officerId: Id,
      name: Type.String(),
      kind: OneOf(['desk', 'window', 'patrol']),
      until: Moment,
    }),
  ),
  mine: Type.Object({
    conversations: Type.Integer(),
    waiting: Type.Integer(),
    cases: Type.Integer(),
    mentions: Type.Integer(),
    items: Type.Array(WorkItem),
  }),
})
export type StationHome = Static<typeof StationHome>
