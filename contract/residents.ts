import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Named, Nullable, OneOf, PageOf, PageQuery, Text } from './common.ts'
import { ConsentLine } from './consents.ts'
import { eventNames } from './event-names.ts'
import {
  PersonName,
  Phone,
  personGiven,
  personShown,
  ResidentMergeLine,
  ResidentPhone,
  ResidentRelation,
} from './person.ts'
import { channels, roles } from './vocabulary.ts'

const StationCode = Type.String({ pattern: '^[0-9]{6,12}$', title: '派出所代码' })

// ——— What a resident's phone asks ———

/** `GET /api/public/station?code=`: what anybody may know, and whether somebody reads now. */
export const PublicStationQuery = Type.Object({ code: StationCode }, { additionalProperties: false })
export const PublicStation = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  address: Type.String(),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  villages: Type.Array(Named),
  /** One sentence of the station for the head of the page; empty when there is none. */
  notice: Type.String(),
  demo: Type.Boolean(),
  /** Somebody who would see this phone's message has been at the workbench in the last minutes. */
  attended: Type.Boolean(),
  /** Until when somebody is rostered at the desk; null while nobody is. */
  staffedUntil: Nullable(Moment),
  /** When somebody is next, while nobody is; null when it is not planned. */
  staffedNextAt: Nullable(Moment),
})

/**
 * `POST /api/resident/visit`: every opening of the phone page calls this first. A phone not seen before gets a
 * contact of its own in a cookie; a known one keeps hers. With several stations on one phone, later calls send the
 * station's id in the header `x-station-id`; files and the live stream, which a browser fetches by address alone, take
 * it as `?station=`.
 */
export const Visit = Type.Object({ stationCode: StationCode }, { additionalProperties: false })
export const VisitAnswer = Type.Object({ station: PublicStation, known: Type.Boolean() })

/** `GET` and `PATCH /api/resident/profile`: what the resident said of herself. */
export const Profile = Type.Object({
  name: Type.String(),
  phone: Type.String(),
  villageId: Nullable(Id),
  /** An officer has matched this phone with a person of the register. */
  confirmed: Type.Boolean(),
})
export const ProfileChange = Type.Object(
  {
    name: Type.Optional(Text({ max: 40, title: '姓名' })),
    phone: Type.Optional(Phone),
    villageId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)

/** `GET /api/resident/access-link` and `POST /api/contacts/:id/access-link`: opens the resident's matters on any phone. */
export const AccessLink = Type.Object({ url: Type.String(), token: Type.String() })

/** `POST /api/resident/access`: takes the token of such a link; the answer sets the cookie. */
export const AccessByLink = Type.Object(
  { token: Type.String({ minLength: 40, maxLength: 200, pattern: '^[A-Za-z0-9_-]+$' }) },
  { additionalProperties: false },
)
/** `POST /api/resident/access-code`: the number of a conversation, a case or an appointment and the six digits the station read out. */
export const AccessByCode = Type.Object(
  {
    stationCode: StationCode,
    number: Type.String({ minLength: 1, maxLength: 20, title: '编号' }),
    code: Type.String({ pattern: '^[0-9]{6}$', title: '验证码' }),
  },
  { additionalProperties: false },
)
export const AccessAnswer = Type.Object({ stationId: Id, stationCode: Type.String() })

/** `POST /api/contacts/:id/access-code`: six digits to read to the resident, good for ten minutes. */
export const AccessCode = Type.Object({ code: Type.String(), expiresAt: Moment })

/** What of a resident's was opened. `contact`: what she said of herself; `resident`: her entry in the register. */
export const readSubjects = [
  'conversation',
  'case',
  'appointment',
  'contact',
  'resident',
  'household',
  'file',
  'search',
  'audit',
  'other',
] as const
export type ReadSubject = (typeof readSubjects)[number]

/** `GET /api/resident/reads`: a page ends with a whole day, so it may hold more than `limit`. */
export const OwnReadsQuery = Type.Object(
  { after: Type.Optional(Id), limit: PageQuery.limit },
  { additionalProperties: false },
)
/** What one officer opened of hers on one day, newest first. Officers are named as everywhere: name and role, no ids. */
export const OwnReads = PageOf(
  Type.Object({
    day: Day,
    officerName: Type.String(),
    officerRole: Nullable(OneOf(roles)),
    firstAt: Moment,
    lastAt: Moment,
    /** How often something was opened in all. */
    times: Type.Integer(),
    subjects: Type.Array(
      Type.Object({
        kind: OneOf(readSubjects),
        /** Her own matter; null where it has no number, or is no longer hers. */
        matter: Nullable(Type.Object({ id: Id, number: Type.String() })),
      }),
    ),
  }),
)

// ——— What officers ask ———

export const ResidentQuery = Type.Object(
  {
    query: Type.Optional(Text({ max: 40, title: '查找' })),
    villageId: Type.Optional(Id),
    ...PageQuery,
  },
  { additionalProperties: false },
)

export const Household = Type.Object({
  id: Id,
  villageId: Id,
  villageName: Type.String(),
  address: Type.String(),
  residentSinceOn: Day,
  residentUntilOn: Nullable(Day),
})

export const ResidentRow = Type.Object({
  id: Id,
  name: Type.String(),
  phone: Type.String(),
  household: Nullable(Household),
  /** Live contacts confirmed as this person's. */
  contacts: Type.Integer(),
})
export const ResidentPage = PageOf(ResidentRow)

export const Contact = Type.Object({
  id: Id,
  channel: OneOf(channels),
  name: Type.String(),
  phone: Type.String(),
  villageId: Nullable(Id),
  villageName: Nullable(Type.String()),
  residentId: Nullable(Id),
  residentName: Nullable(Type.String()),
  /** The station's own account this contact wrote to, for WeChat. */
  workAccount: Nullable(Type.String()),
  optedOutAt: Nullable(Moment),
  createdAt: Moment,
})

export const Resident = Type.Object({
  id: Id,
  name: Type.String(),
  phone: Type.String(),
  note: Type.String(),
  ...personShown,
  diedOn: Nullable(Day),
  household: Nullable(Household),
  /** The others of the household. */
  family: Type.Array(Named),
  contacts: Type.Array(Contact),
  phones: Type.Array(ResidentPhone),
  relations: Type.Array(ResidentRelation),
  consents: Type.Array(ConsentLine),
  /** Entries that became part of this one and can be taken out again. */
  merges: Type.Array(ResidentMergeLine),
  createdAt: Moment,
})

/** Where somebody lives: an existing household by id, or a village and a door (found or newly recorded). */
export const HouseholdChoice = Type.Union([
  Type.Object({ id: Id }, { additionalProperties: false }),
  Type.Object(
    {
      villageId: Id,
      address: Text({ min: 1, max: 120, title: '门牌' }),
      residentSinceOn: Type.Optional(Day),
    },
    { additionalProperties: false },
  ),
  Type.Null(),
])

export const NewResident = Type.Object(
  {
    name: PersonName,
    phone: Type.Optional(Phone),
    note: Type.Optional(Text({ max: 500, title: '备注' })),
    ...personGiven,
    household: Type.Optional(HouseholdChoice),
    /** The contact this person was met through; it is confirmed as hers in the same step. */
    contactId: Type.Optional(Id),
  },
  { additionalProperties: false },
)
export const ResidentChange = Type.Object(
  {
    name: Type.Optional(PersonName),
    phone: Type.Optional(Phone),
    note: Type.Optional(Text({ max: 500, title: '备注' })),
    ...personGiven,
    household: Type.Optional(HouseholdChoice),
  },
  { additionalProperties: false },
)

export const ContactChange = Type.Object(
  {
    name: Type.Optional(Text({ max: 40, title: '姓名' })),
    phone: Type.Optional(Phone),
    villageId: Type.Optional(Nullable(Id)),
  },
  { additionalProperties: false },
)
/** `POST /api/contacts/:id/resident`: this contact is that person; null undoes it. */
export const ContactResident = Type.Object({ residentId: Nullable(Id) }, { additionalProperties: false })

/** `GET /api/contacts/:id/reads`: who looked at this person's matters, newest first. */
export const ContactReads = Type.Object({
  items: Type.Array(
    Type.Object({
      officerId: Nullable(Id),
      officerName: Type.String(),
      name: OneOf(eventNames),
      at: Moment,
    }),
  ),
})
export type OwnReadsQuery = Static<typeof OwnReadsQuery>
export type OwnReads = Static<typeof OwnReads>
export type PublicStation = Static<typeof PublicStation>
export type ProfileChange = Static<typeof ProfileChange>
export type Profile = Static<typeof Profile>
export type AccessLink = Static<typeof AccessLink>
export type AccessByCode = Static<typeof AccessByCode>
export type AccessCode = Static<typeof AccessCode>
export type ResidentQuery = Static<typeof ResidentQuery>
export type Household = Static<typeof Household>
export type ResidentRow = Static<typeof ResidentRow>
export type ResidentPage = Static<typeof ResidentPage>
export type Contact = Static<typeof Contact>
export type Resident = Static<typeof Resident>
export type NewResident = Static<typeof NewResident>
export type ResidentChange = Static<typeof ResidentChange>
export type ContactChange = Static<typeof ContactChange>
export type ContactReads = Static<typeof ContactReads>
export type VisitAnswer = Static<typeof VisitAnswer>
export type AccessAnswer = Static<typeof AccessAnswer>
export type HouseholdChoice = Static<typeof HouseholdChoice>
