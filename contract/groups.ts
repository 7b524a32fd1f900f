import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { DoorAnswer } from './external-contacts.ts'
import { groupChangeKinds, groupStates } from './vocabulary.ts'

export const GroupQuery = Type.Object(
  {
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    villageId: Type.Optional(Id),
    state: Type.Optional(OneOf(groupStates)),
    limit: PageQuery.limit,
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  },
  { additionalProperties: false },
)
export type GroupQuery = Static<typeof GroupQuery>

export const GroupChange = Type.Object({
  kind: OneOf(groupChangeKinds),
  joined: Type.Integer(),
  gone: Type.Integer(),
  staff: Type.Array(Type.String()),
  foundBy: OneOf(['callback', 'comparison'] as const),
  at: Moment,
})
export type GroupChange = Static<typeof GroupChange>

export const GroupRow = Type.Object({
  id: Id,
  name: Type.String(),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  /** The work account that owns it; empty where WeCom has not told us. */
  ownerAccount: Type.String(),
  ownerName: Nullable(Type.String()),
  members: Type.Integer(),
  /** Work accounts in it, and residents in it who are contacts. */
  staff: Type.Integer(),
  contacts: Type.Integer(),
  changedAt: Nullable(Moment),
  checkedAt: Nullable(Moment),
  dismissedAt: Nullable(Moment),
  /** As the server says: 1 the owner left, 2 being handed over. */
  status: Type.Integer(),
  gaps: Type.Integer(),
  suggestion: Nullable(Type.Object({ villageId: Id, reason: OneOf(['name', 'members'] as const) })),
})
export type GroupRow = Static<typeof GroupRow>
export const GroupPage = PageOf(GroupRow)
export type GroupPage = Static<typeof GroupPage>

export const ChatGroup = Type.Object({
  ...GroupRow.properties,
  present: Type.Array(
    Type.Object({ account: Type.String(), officerName: Nullable(Type.String()), joinedAt: Moment }),
  ),
  changes: Type.Array(GroupChange),
  /** Residents in it who are contacts; of the others nothing is kept but that they are there. */
  known: Type.Array(Type.Object({ contactId: Id, name: Type.String(), joinedAt: Moment })),
})
export type ChatGroup = Static<typeof ChatGroup>

export const GroupVillage = Type.Object({ villageId: Nullable(Id) }, { additionalProperties: false })

/** Who of the station's people is missing from which group. */
export const GroupAttendance = Type.Object({
  officers: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      /** Without one nobody can tell where she is. */
      account: Nullable(Type.String()),
      missing: Type.Integer(),
    }),
  ),
  groups: Type.Array(
    Type.Object({
      id: Id,
      name: Type.String(),
      villageId: Nullable(Id),
      villageName: Nullable(Type.String()),
      members: Type.Integer(),
      missing: Type.Array(Id),
    }),
  ),
  checkedAt: Nullable(Moment),
})
export type GroupAttendance = Static<typeof GroupAttendance>

export const GroupDoor = Type.Object({
  id: Id,
  label: Type.String(),
  villageId: Nullable(Id),
  groups: Type.Array(Type.Object({ id: Id, name: Type.String(), members: Type.Integer() })),
  ...DoorAnswer.properties,
})
export type GroupDoor = Static<typeof GroupDoor>
export const GroupDoors = Type.Object({ items: Type.Array(GroupDoor) })
export const NewGroupDoor = Type.Object(
  {
    label: Text({ min: 1, max: 30, title: '名称' }),
    villageId: Nullable(Id),
    groupIds: Type.Array(Id, { minItems: 1, maxItems: 5, uniqueItems: true }),
  },
  { additionalProperties: false },
)
export type NewGroupDoor = Static<typeof NewGroupDoor>
