import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'
import { needs, phoneOwners, relationKinds } from './person-words.ts'

export const PersonName = Text({ min: 1, max: 40, title: '姓名' })
/** Digits as people write them; empty means unknown. */
export const Phone = Type.String({ maxLength: 20, pattern: '^[0-9+\\- ]*$', title: '电话' })

/** What the entry of a person may say beyond name, number and household; the same words in and out. */
const said = {
  nicknames: Type.Array(Text({ min: 1, max: 20, title: '别名' }), { maxItems: 8, title: '别名' }),
  /** 1900-01-01 to today. */
  bornOn: Nullable(Day),
  /** 普通话, 宁乡话 …, in the station's own words. */
  languages: Type.Array(Text({ min: 1, max: 12, title: '听得懂的话' }), { maxItems: 6, title: '听得懂的话' }),
  needs: Type.Array(OneOf(needs), { maxItems: needs.length, title: '要照顾的地方' }),
}
export const personShown = said
export const personGiven = {
  nicknames: Type.Optional(said.nicknames),
  bornOn: Type.Optional(said.bornOn),
  languages: Type.Optional(said.languages),
  needs: Type.Optional(said.needs),
}

export const ResidentPhone = Type.Object({
  id: Id,
  phone: Type.String(),
  whose: OneOf(phoneOwners),
  note: Type.String(),
})
/** `POST /api/residents/:id/phones`: a further number. One that she has already is answered with the row there is. */
export const NewResidentPhone = Type.Object(
  {
    phone: Type.String({
      minLength: 3,
      maxLength: 20,
      pattern: '^[0-9+\\- ]*[0-9][0-9+\\- ]*$',
      title: '电话',
    }),
    whose: OneOf(phoneOwners),
    note: Type.Optional(Text({ max: 100, title: '备注' })),
  },
  { additionalProperties: false },
)

/** Seen from the person asked for: `outward` says that she is the `kind` of the other. */
export const ResidentRelation = Type.Object({
  id: Id,
  other: Named,
  kind: OneOf(relationKinds),
  outward: Type.Boolean(),
  note: Type.String(),
})
/** `POST /api/residents/:id/relations`: she is the `kind` of the other, or with `outward: false` the other is hers. */
export const NewResidentRelation = Type.Object(
  {
    otherId: Id,
    kind: OneOf(relationKinds),
    outward: Type.Boolean(),
    note: Type.Optional(Text({ max: 100, title: '备注' })),
  },
  { additionalProperties: false },
)

export const PhoneParams = Type.Object({ id: Id, phoneId: Id })
export const RelationParams = Type.Object({ id: Id, relationId: Id })

/** `POST /api/contacts/:id/opt-out`: to this contact nothing is sent that was not asked for, or again it is. */
export const OptOut = Type.Object(
  {
    optedOut: Type.Boolean({ title: '是否不再发通知' }),
    reason: Text({ min: 2, max: 200, title: '她怎么说的' }),
  },
  { additionalProperties: false },
)

/** An entry that became part of this one. */
export const ResidentMergeLine = Type.Object({
  id: Id,
  name: Type.String(),
  mergedBy: Type.String(),
  mergedAt: Moment,
})

export type ResidentPhone = Static<typeof ResidentPhone>
export type NewResidentPhone = Static<typeof NewResidentPhone>
export type ResidentRelation = Static<typeof ResidentRelation>
export type NewResidentRelation = Static<typeof NewResidentRelation>
export type OptOut = Static<typeof OptOut>
export type ResidentMergeLine = Static<typeof ResidentMergeLine>
