import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { consentStates, consentWays, freePurposes, purposes } from './person-words.ts'

/** How one use of what is known of her stands. */
export const ConsentLine = Type.Object({
  purpose: OneOf(purposes),
  state: OneOf(consentStates),
  how: Nullable(OneOf(consentWays)),
  note: Type.String(),
  /** Who wrote it down; null for herself, a merge, or nobody. */
  recordedBy: Nullable(Type.String()),
  since: Nullable(Moment),
  /** After a no: the first day on which the page offers to ask again. */
  askAgainOn: Nullable(Day),
})

/** `GET /api/residents/:id/consents`: all that was ever said, newest first. */
export const ConsentHistory = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      purpose: OneOf(purposes),
      state: OneOf(['in_force', 'refused', 'withdrawn']),
      how: OneOf(consentWays),
      note: Type.String(),
      recordedBy: Nullable(Type.String()),
      recordedAt: Moment,
      /** Written by a merge that was undone. */
      void: Type.Boolean(),
    }),
  ),
})

/** `POST /api/residents/:id/consents`. Within 90 days of a no, a yes needs the note of how she came to say it herself. */
export const NewConsent = Type.Object(
  {
    purpose: OneOf(freePurposes),
    state: OneOf(['in_force', 'refused', 'withdrawn']),
    how: OneOf(['spoken', 'written', 'guardian']),
    note: Type.Optional(Text({ max: 200, title: '备注' })),
  },
  { additionalProperties: false },
)

/** `GET` and `POST /api/resident/consents`: what the resident herself lets the station do, on her phone. */
export const OwnConsents = Type.Object({
  /** Nobody has matched this phone with an entry of the register: only notices to this phone can be stopped. */
  known: Type.Boolean(),
  items: Type.Array(
    Type.Object({ purpose: OneOf(freePurposes), allowed: Nullable(Type.Boolean()), since: Nullable(Moment) }),
  ),
})
export const OwnConsent = Type.Object(
  { purpose: OneOf(freePurposes), allowed: Type.Boolean({ title: '同意不同意' }) },
  { additionalProperties: false },
)

export type ConsentLine = Static<typeof ConsentLine>
export type ConsentHistory = Static<typeof ConsentHistory>
export type NewConsent = Static<typeof NewConsent>
export type OwnConsents = Static<typeof OwnConsents>
export type OwnConsent = Static<typeof OwnConsent>
