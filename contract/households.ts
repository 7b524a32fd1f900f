import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { Phone } from './person.ts'
import {
  absenceReasons,
  arrivalKinds,
  beganHows,
  householdChangeKinds,
  householdEnds,
  householdSorts,
  householdStates,
  leavingKinds,
} from './vocabulary.ts'

const closed = { additionalProperties: false }
const Door = Text({ min: 1, max: 120, title: '门牌' })
const Group = Text({ max: 20, title: '组' })
const Note = Text({ max: 500, title: '备注' })
const PersonName = Text({ min: 1, max: 40, title: '姓名' })
/** Two households may share a door number; whoever records that has been told of it before. */
const sameDoor = Type.Optional(Type.Boolean({ title: '同一门牌有两户' }))

// ——— The list ———

export const HouseholdQuery = Type.Object(
  {
    /** Part of the door, or of a name of somebody who lives there. */
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    villageId: Type.Optional(Id),
    group: Type.Optional(Group),
    reached: Type.Optional(OneOf(['yes', 'no'] as const)),
    state: Type.Optional(OneOf(householdStates)),
    sort: Type.Optional(OneOf(householdSorts)),
    limit: PageQuery.limit,
    after: Type.Optional(Type.String({ pattern: '^[0-9]{1,6}$' })),
  },
  closed,
)
export const HouseholdRow = Type.Object({
  id: Id,
  villageId: Id,
  villageName: Type.String(),
  address: Type.String(),
  villageGroup: Type.String(),
  residentSinceOn: Day,
  residentUntilOn: Nullable(Day),
  endedHow: Nullable(Type.String()),
  /** Who lives there, the head first; no more than three, `people` are all. */
  names: Type.Array(Type.String()),
  people: Type.Integer(),
  away: Type.Integer(),
  /** Somebody of it can be reached (the figure household_coverage). */
  reached: Type.Boolean(),
})
export const HouseholdRows = Type.Object({
  ...PageOf(HouseholdRow).properties,
  /** The 组 of the village asked for, with the first page. */
  groups: Type.Optional(Type.Array(Type.String())),
})

// ——— The page ———

/** Another household as far as this officer may see it: without id and door where it is not hers to see. */
export const OtherHousehold = Type.Object({
  id: Nullable(Id),
  villageName: Type.String(),
  address: Type.String(),
})
export const HouseholdPerson = Type.Object({
  id: Id,
  name: Type.String(),
  phone: Type.String(),
  bornOn: Nullable(Day),
  head: Type.Boolean(),
  beganOn: Day,
  beganHow: OneOf(beganHows),
  away: Nullable(Type.Object({ reason: OneOf(absenceReasons), place: Type.String(), leftOn: Day })),
  /** Of whom lives here: where her 户口 is, if elsewhere. Of whom is only registered here: where she lives. */
  elsewhere: Nullable(OtherHousehold),
  /** Her live contacts. */
  contacts: Type.Integer(),
})
export const HouseholdChange = Type.Object({
  kind: OneOf(householdChangeKinds),
  on: Day,
  person: Nullable(Named),
  other: Nullable(OtherHousehold),
  /** How it came, where no deed but a membership tells it. */
  how: Nullable(Type.String()),
  caseId: Nullable(Id),
  note: Type.String(),
  byName: Nullable(Type.String()),
  recordedAt: Nullable(Moment),
  /** Named for what can be undone; null otherwise. */
  changeId: Nullable(Id),
  undoneAt: Nullable(Moment),
})
export const HouseholdPage = Type.Object({
  id: Id,
  villageId: Id,
  villageName: Type.String(),
  address: Type.String(),
  villageGroup: Type.String(),
  note: Type.String(),
  residentSinceOn: Day,
  residentUntilOn: Nullable(Day),
  endedHow: Nullable(Type.String()),
  mergedInto: Nullable(OtherHousehold),
  /** Others of the same village with the same door number. */
  sameDoor: Type.Array(Type.Object({ id: Id, address: Type.String() })),
  lives: Type.Array(HouseholdPerson),
  registered: Type.Array(HouseholdPerson),
  /** Newest first. */
  history: Type.Array(HouseholdChange),
})

// ——— The deeds ———

export const NewHousehold = Type.Object(
  {
    villageId: Id,
    address: Door,
    villageGroup: Type.Optional(Group),
    note: Type.Optional(Note),
    on: Day,
    /** People of the register who live there from that day on. */
    people: Type.Optional(Type.Array(Id, { maxItems: 50, uniqueItems: true })),
    headId: Type.Optional(Nullable(Id)),
    sameDoor,
  },
  closed,
)
export const HouseholdEdit = Type.Object(
  {
    address: Type.Optional(Door),
    villageGroup: Type.Optional(Group),
    note: Type.Optional(Note),
    headId: Type.Optional(Nullable(Id)),
    sameDoor,
  },
  closed,
)
/** Somebody of the register (`residentId`), or somebody new (`name`). */
export const Arrival = Type.Object(
  {
    kind: OneOf(arrivalKinds),
    on: Day,
    residentId: Type.Optional(Id),
    name: Type.Optional(PersonName),
    phone: Type.Optional(Phone),
    note: Type.Optional(Note),
  },
  closed,
)
export const Leaving = Type.Object(
  {
    residentId: Id,
    kind: OneOf(leavingKinds),
    on: Day,
    /** Who is the head from now on, where she was. */
    headId: Type.Optional(Nullable(Id)),
    /** She was the last: the household ends with her. */
    endsHousehold: Type.Optional(Type.Boolean()),
    note: Type.Optional(Note),
  },
  closed,
)
export const Absence = Type.Object(
  {
    residentId: Id,
    reason: OneOf(absenceReasons),
    place: Type.Optional(Text({ max: 60, title: '去了哪里' })),
    on: Day,
  },
  closed,
)
export const Return = Type.Object({ residentId: Id, on: Day }, closed)
export const HouseholdEnding = Type.Object(
  { kind: OneOf(householdEnds), on: Day, note: Type.Optional(Note) },
  closed,
)
export const SplitPlan = Type.Object(
  {
    /** Who goes. */
    people: Type.Array(Id, { minItems: 1, maxItems: 50, uniqueItems: true }),
    address: Door,
    villageGroup: Type.Optional(Group),
    headId: Type.Optional(Nullable(Id)),
    /** Who heads those who stay, where the head goes. */
    restHeadId: Type.Optional(Nullable(Id)),
    on: Day,
    caseId: Type.Optional(Nullable(Id)),
    note: Type.Optional(Note),
    sameDoor,
  },
  closed,
)
export const MergePlan = Type.Object(
  {
    /** The household that stays. */
    intoId: Id,
    headId: Type.Optional(Nullable(Id)),
    on: Day,
    caseId: Type.Optional(Nullable(Id)),
    note: Type.Optional(Note),
  },
  closed,
)

const Side = Type.Object({
  id: Nullable(Id),
  address: Type.String(),
  people: Type.Array(Type.Object({ id: Id, name: Type.String(), head: Type.Boolean() })),
  ends: Type.Boolean(),
})
/** `POST /api/households/:id/split-preview` and `…/merge-preview`: what it would be, nothing is done. */
export const HouseholdPreview = Type.Object({
  before: Type.Array(Side),
  after: Type.Array(Side),
  sameDoor: Type.Array(Type.Object({ id: Id, address: Type.String() })),
})
/** `id`: the household to look at now; `changeId`: by which it is undone. */
export const HouseholdDone = Type.Object({ id: Id, changeId: Id })
/** What came back. */
export const HouseholdUndone = Type.Object({ id: Id })

export type HouseholdQuery = Static<typeof HouseholdQuery>
export type HouseholdRow = Static<typeof HouseholdRow>
export type HouseholdRows = Static<typeof HouseholdRows>
export type OtherHousehold = Static<typeof OtherHousehold>
export type HouseholdPerson = Static<typeof HouseholdPerson>
export type HouseholdChange = Static<typeof HouseholdChange>
export type HouseholdPage = Static<typeof HouseholdPage>
export type NewHousehold = Static<typeof NewHousehold>
export type HouseholdEdit = Static<typeof HouseholdEdit>
export type Arrival = Static<typeof Arrival>
export type Leaving = Static<typeof Leaving>
export type Absence = Static<typeof Absence>
export type Return = Static<typeof Return>
export type HouseholdEnding = Static<typeof HouseholdEnding>
export type SplitPlan = Static<typeof SplitPlan>
export type MergePlan = Static<typeof MergePlan>
export type HouseholdPreview = Static<typeof HouseholdPreview>
export type HouseholdDone = Static<typeof HouseholdDone>
