import { type Static, Type } from 'typebox'
import { Day, Id, Nullable, OneOf, PageQuery } from './common.ts'
import { duplicateReasons, mergeFields } from './person-words.ts'

/** One of two entries, as far as it takes to tell whether they are of one person. */
export const LikePerson = Type.Object({
  id: Id,
  name: Type.String(),
  nicknames: Type.Array(Type.String()),
  phones: Type.Array(Type.String()),
  bornOn: Nullable(Day),
  villageName: Nullable(Type.String()),
  address: Nullable(Type.String()),
  contacts: Type.Integer(),
})

/** `GET /api/resident-duplicates`: entries that may be of one person, the likeliest first; a person decides. */
export const DuplicatesQuery = Type.Object(
  { villageId: Type.Optional(Id), limit: PageQuery.limit },
  { additionalProperties: false },
)
export const Duplicates = Type.Object({
  items: Type.Array(
    Type.Object({ one: LikePerson, other: LikePerson, reasons: Type.Array(OneOf(duplicateReasons)) }),
  ),
  /** How many pairs there are in all. */
  total: Type.Integer(),
})

/** `POST /api/resident-distinctions`: they are two people; the pair is not shown again. `same: true` takes that back. */
export const Distinction = Type.Object(
  { oneId: Id, otherId: Id, same: Type.Boolean({ title: '是否同一个人' }) },
  { additionalProperties: false },
)

const Side = OneOf(['kept', 'gone'] as const)

/** `GET /api/residents/:id/merge-preview?otherId=`: what would happen if the other became part of this one. */
export const MergePreviewQuery = Type.Object({ otherId: Id }, { additionalProperties: false })
export const MergePreview = Type.Object({
  kept: LikePerson,
  gone: LikePerson,
  /** Somebody has said that they are two people. */
  toldApart: Type.Boolean(),
  /** Said differently, so that one has to be chosen; `suggested` is what the entry that stays says, if it says anything. */
  conflicts: Type.Array(Type.Object({ field: OneOf(mergeFields), kept: Type.String(), gone: Type.String() })),
  /** What would move to the entry that stays, by kind. */
  moves: Type.Object({
    contacts: Type.Integer(),
    conversations: Type.Integer(),
    cases: Type.Integer(),
    appointments: Type.Integer(),
    casePeople: Type.Integer(),
    phones: Type.Integer(),
    relations: Type.Integer(),
    memberships: Type.Integer(),
    absences: Type.Integer(),
    consents: Type.Integer(),
  }),
})

/** `POST /api/residents/:id/merges`: the other becomes part of this one. Of each conflict one side has to be chosen. */
export const MergeResidents = Type.Object(
  {
    goneId: Id,
    choices: Type.Object(
      {
        name: Type.Optional(Side),
        phone: Type.Optional(Side),
        bornOn: Type.Optional(Side),
        household: Type.Optional(Side),
        note: Type.Optional(Side),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export const MergedResidents = Type.Object({ mergeId: Id, residentId: Id })

export type LikePerson = Static<typeof LikePerson>
export type DuplicatesQuery = Static<typeof DuplicatesQuery>
export type Duplicates = Static<typeof Duplicates>
export type Distinction = Static<typeof Distinction>
export type MergePreview = Static<typeof MergePreview>
export type MergeResidents = Static<typeof MergeResidents>
export type MergedResidents = Static<typeof MergedResidents>
