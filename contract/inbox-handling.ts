import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, Text } from './common.ts'
import { officeCodes, scenarios, settlements, tellings } from './vocabulary.ts'

export const AssignmentBody = Type.Object(
  {
    officerId: Nullable(Id),
    reason: Text({ max: 200 }),
    /** Whom the giver saw as its holder: when somebody was quicker, nothing changes and she is told. */
    expected: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)

export const CorrectionBody = Type.Union([
  Type.Object({ field: Type.Literal('emergency'), value: Type.Boolean() }, { additionalProperties: false }),
  Type.Object(
    {
      field: Type.Literal('scenario'),
      value: OneOf(scenarios),
      office: Type.Optional(Nullable(OneOf(officeCodes))),
    },
    { additionalProperties: false },
  ),
  Type.Object({ field: Type.Literal('village'), value: Nullable(Id) }, { additionalProperties: false }),
])
export type CorrectionBody = Static<typeof CorrectionBody>

export const ClosureBody = Type.Object(
  {
    settlement: OneOf(settlements),
    /** The person's own reading, which counts (docs/figures). */
    emergency: Type.Boolean(),
    outcome: Text({ max: 1000, min: 1, title: '处理结果' }),
    /** Send the outcome to the resident with the closing; refused when no message reaches her. */
    tell: Type.Boolean(),
    /** How she has been told otherwise, as the officer states it. */
    toldWay: Type.Optional(OneOf(tellings)),
  },
  { additionalProperties: false },
)
export type ClosureBody = Static<typeof ClosureBody>

export const ReopeningBody = Type.Object(
  { reason: Text({ max: 200, min: 1 }) },
  { additionalProperties: false },
)
