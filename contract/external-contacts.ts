import { type Static, Type } from 'typebox'
import { Id, Moment, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { contactStates, doorStates, followEnds, linkReasons, reconcileParts } from './vocabulary.ts'

const AccountId = Type.String({ pattern: '^[0-9a-zA-Z_.@-]{1,64}$', title: '工作账号' })

/** What one work account has with a contact. */
export const Follow = Type.Object({
  account: Type.String(),
  officerName: Nullable(Type.String()),
  remark: Type.String(),
  description: Type.String(),
  mobiles: Type.Array(Type.String()),
  tags: Type.Array(Type.String()),
  /** The door by its label, or the bare word that WeCom gave. */
  door: Type.String(),
  addWay: Nullable(Type.Integer()),
  followedAt: Moment,
  half: Type.Boolean(),
  leftAt: Nullable(Moment),
  endedAt: Nullable(Moment),
  endedHow: Nullable(OneOf(followEnds)),
  welcomedAt: Nullable(Moment),
  welcomeFail: Nullable(Type.String()),
})
export type Follow = Static<typeof Follow>

export const ExternalContactQuery = Type.Object(
  {
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    villageId: Type.Optional(Id),
    account: Type.Optional(AccountId),
    state: Type.Optional(OneOf(contactStates)),
    ...PageQuery,
  },
  { additionalProperties: false },
)
export type ExternalContactQuery = Static<typeof ExternalContactQuery>

export const ExternalContactRow = Type.Object({
  id: Id,
  name: Type.String(),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  residentId: Nullable(Id),
  residentName: Nullable(Type.String()),
  address: Nullable(Type.String()),
  follows: Type.Array(Follow),
})
export const ExternalContactPage = PageOf(ExternalContactRow)
export type ExternalContactPage = Static<typeof ExternalContactPage>

/** Somebody of the register who may be this contact, and why. A person decides. */
export const LinkSuggestion = Type.Object({
  residentId: Id,
  name: Type.String(),
  phone: Type.String(),
  villageName: Nullable(Type.String()),
  address: Nullable(Type.String()),
  reasons: Type.Array(OneOf(linkReasons)),
})
export type LinkSuggestion = Static<typeof LinkSuggestion>

export const ExternalContact = Type.Object({
  ...ExternalContactRow.properties,
  phone: Type.String(),
  suggestions: Type.Array(LinkSuggestion),
})
export type ExternalContact = Static<typeof ExternalContact>

export const LinkRefusal = Type.Object({ residentId: Id }, { additionalProperties: false })

/** Numbers of each work account: nobody's name. */
export const WorkAccount = Type.Object({
  account: Type.String(),
  officerId: Nullable(Id),
  officerName: Nullable(Type.String()),
  goneAt: Nullable(Moment),
  contacts: Type.Integer(),
  unlinked: Type.Integer(),
  left: Type.Integer(),
  addedThisWeek: Type.Integer(),
})
export type WorkAccount = Static<typeof WorkAccount>
export const WorkAccounts = Type.Object({ items: Type.Array(WorkAccount) })

/** What WeCom said to a code that was asked for. */
export const DoorAnswer = Type.Object({
  state: OneOf(doorStates),
  qrUrl: Nullable(Type.String()),
  askedAt: Moment,
  madeAt: Nullable(Moment),
  /** How many calls were never answered: as many codes may lie in WeCom that nobody has. */
  lost: Type.Integer(),
})
export type DoorAnswer = Static<typeof DoorAnswer>

export const ContactDoor = Type.Object({
  id: Id,
  label: Type.String(),
  villageId: Nullable(Id),
  accounts: Type.Array(Type.String()),
  ...DoorAnswer.properties,
  contacts: Type.Integer(),
})
export type ContactDoor = Static<typeof ContactDoor>
export const ContactDoors = Type.Object({ items: Type.Array(ContactDoor) })
export const NewContactDoor = Type.Object(
  {
    label: Text({ min: 1, max: 30, title: '名称' }),
    villageId: Nullable(Id),
    accounts: Type.Array(AccountId, { minItems: 1, maxItems: 20, uniqueItems: true }),
  },
  { additionalProperties: false },
)
export type NewContactDoor = Static<typeof NewContactDoor>

export const Reconcile = Type.Object({
  id: Id,
  part: OneOf(reconcileParts),
  askedAt: Moment,
  startedAt: Nullable(Moment),
  finishedAt: Nullable(Moment),
  done: Type.Integer(),
  total: Type.Integer(),
  added: Type.Integer(),
  changed: Type.Integer(),
  ended: Type.Integer(),
  /** Why it ended without an answer, in words. */
  failure: Nullable(Type.String()),
})
export type Reconcile = Static<typeof Reconcile>
export const Reconciles = Type.Object({ items: Type.Array(Reconcile) })
export const Findings = PageOf(
  Type.Object({
    place: Type.String(),
    kind: OneOf(['added', 'changed', 'ended'] as const),
    account: Type.String(),
    subjectId: Id,
    name: Type.String(),
    villageName: Nullable(Type.String()),
  }),
)
export type Findings = Static<typeof Findings>
export const FindingsQuery = Type.Object(
  { after: Type.Optional(Type.String({ pattern: '^[0-9]{1,18}$' })), limit: PageQuery.limit },
  { additionalProperties: false },
)
export type FindingsQuery = Static<typeof FindingsQuery>
