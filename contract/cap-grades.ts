import { type Static, Type } from 'typebox'
import { Moment, Named, Nullable, OneOf } from './common.ts'
import { broadcastUrgencies } from './vocabulary.ts'

const Grade = OneOf(broadcastUrgencies)
const Row = Type.Object(
  { Immediate: Grade, Expected: Grade, Future: Grade, Past: Grade, Unknown: Grade },
  { additionalProperties: false },
)
const Lower = Type.Boolean()

/** Which urgency is suggested: by severity and urgency of the alert; a certainty that is marked takes one step off. */
export const CapGrades = Type.Object(
  {
    table: Type.Object(
      { Extreme: Row, Severe: Row, Moderate: Row, Minor: Row, Unknown: Row },
      { additionalProperties: false },
    ),
    lower: Type.Object(
      { Observed: Lower, Likely: Lower, Possible: Lower, Unlikely: Lower, Unknown: Lower },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type CapGrades = Static<typeof CapGrades>

/** `PUT /api/cap-grades`: `version` is the one that was read, 0 for the delivered table. */
export const CapGradesBody = Type.Object(
  { version: Type.Integer({ minimum: 0 }), grades: CapGrades },
  { additionalProperties: false },
)
export type CapGradesBody = Static<typeof CapGradesBody>
export const CapGradesState = Type.Object({
  version: Type.Integer(),
  grades: CapGrades,
  writtenBy: Nullable(Named),
  writtenAt: Nullable(Moment),
})
export type CapGradesState = Static<typeof CapGradesState>
