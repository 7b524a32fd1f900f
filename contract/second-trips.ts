import { type Static, Type } from 'typebox'
import { Id, Moment, Named, Nullable, OneOf } from './common.ts'

/** Why somebody had to come again for a paper. */
export const secondTripCauses = [
  'not_told',
  'not_asked',
  'photo_not_checked',
  'forgotten',
  'rule_changed',
  'other',
] as const
export type SecondTripCause = (typeof secondTripCauses)[number]

export const SecondTrip = Type.Object({
  name: Type.String(),
  cause: OneOf(secondTripCauses),
  reason: Type.String(),
  officer: Nullable(Named),
  recordedAt: Moment,
})

/** `GET /api/guides/:id/second-trips`: of the last 365 days; `recent` only of matters the reader may see. */
export const SecondTripCount = Type.Object({
  trips: Type.Integer(),
  papers: Type.Array(Type.Object({ name: Type.String(), count: Type.Integer() })),
  causes: Type.Array(Type.Object({ cause: OneOf(secondTripCauses), count: Type.Integer() })),
  recent: Type.Array(Type.Object({ ...SecondTrip.properties, caseId: Nullable(Id) })),
})
export type SecondTripCount = Static<typeof SecondTripCount>
