import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf } from './common.ts'
import { scenarios } from './vocabulary.ts'

/** How one model reads a labelled set. `confusion[row][column]`: how often scenario `row` was read as `column`. */
export const ReadingFigures = Type.Object({
  emergencies: Type.Integer(),
  missed: Type.Integer(),
  calm: Type.Integer(),
  falseAlarms: Type.Integer(),
  right: Type.Integer(),
  macroF1: Type.Number(),
  confusion: Type.Array(Type.Array(Type.Integer())),
})
export type ReadingFigures = Static<typeof ReadingFigures>

/** The candidate against the reading that was in use when it was made. */
export const RetrainingReport = Type.Object({
  before: ReadingFigures,
  after: ReadingFigures,
  /** The newest corrections, read by a model that was taught the older ones only. */
  tested: Type.Object({ count: Type.Integer(), rightBefore: Type.Integer(), rightAfter: Type.Integer() }),
  /** What of the station's last messages would be read otherwise. */
  recent: Type.Object({
    messages: Type.Integer(),
    changed: Type.Integer(),
    moves: Type.Array(Type.Object({ from: OneOf(scenarios), to: OneOf(scenarios), count: Type.Integer() })),
  }),
  /** Of the labelled set, what the candidate still reads wrongly, the worst first. */
  mistakes: Type.Array(
    Type.Object({
      text: Type.String(),
      scenario: OneOf(scenarios),
      read: OneOf(scenarios),
      emergency: Type.Boolean(),
    }),
  ),
})
export type RetrainingReport = Static<typeof RetrainingReport>

export const TriageModelItem = Type.Object({
  id: Id,
  version: Type.String(),
  corrections: Type.Integer(),
  madeAt: Moment,
  askedBy: Nullable(Type.String()),
  refused: Nullable(Type.String()),
  /** Made on the delivered reading of an older software. */
  outdated: Type.Boolean(),
  report: RetrainingReport,
})
export type TriageModelItem = Static<typeof TriageModelItem>

export const TriageModels = Type.Object({
  deliveredVersion: Type.String(),
  /** The model in use; null: the delivered one. */
  inUse: Nullable(Id),
  inUseSince: Nullable(Moment),
  inUseBy: Nullable(Type.String()),
  corrections: Type.Integer(),
  items: Type.Array(TriageModelItem),
})
export type TriageModels = Static<typeof TriageModels>

/** Null: back to the delivered reading. */
export const TriageModelUse = Type.Object({ modelId: Nullable(Id) }, { additionalProperties: false })
export type TriageModelUse = Static<typeof TriageModelUse>
