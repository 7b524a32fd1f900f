import { type Static, Type } from 'typebox'
import { Day, Id, Moment, Nullable, OneOf, Text } from './common.ts'
import { broadcastCaps, permissions, roles, scopes, shiftKinds } from './vocabulary.ts'

/** Small letters and digits, as it is typed at sign-in; one of a kind in the whole installation. */
export const Username = Type.String({ pattern: '^[a-z][a-z0-9_.-]{2,29}$', title: '用户名' })
const PersonName = Text({ min: 1, max: 30, title: '姓名' })
const Phone = Type.String({ pattern: '^[0-9+() -]{0,30}$', title: '电话' })
const Latitude = Nullable(Type.Number({ minimum: -90, maximum: 90 }))
const Longitude = Nullable(Type.Number({ minimum: -180, maximum: 180 }))

/** An officer as colleagues see her. `onDuty` holds what she is rostered for right now. */
export const Officer = Type.Object({
  id: Id,
  username: Type.String(),
  name: Type.String(),
  role: OneOf(roles),
  phone: Type.String(),
  villageIds: Type.Array(Id),
  onDuty: Type.Array(OneOf(shiftKinds)),
  secondFactor: Type.Boolean(),
  suspendedAt: Nullable(Moment),
  /** Since when the account waits for a second person (`POST /api/officers/:id/confirmation`); until then it opens nothing. */
  unconfirmedSince: Nullable(Moment),
  createdAt: Moment,
})
export type Officer = Static<typeof Officer>
export const OfficerList = Type.Object({ items: Type.Array(Officer) })

export const NewOfficer = Type.Object(
  {
    username: Username,
    name: PersonName,
    role: OneOf(roles),
    phone: Type.Optional(Phone),
    villageIds: Type.Optional(Type.Array(Id, { maxItems: 60, uniqueItems: true })),
  },
  { additionalProperties: false },
)
export type NewOfficer = Static<typeof NewOfficer>

/** Shown once to the one who made the account; at the first sign-in it must be changed. */
export const InitialPassword = Type.Object({
  officer: Officer,
  initialPassword: Type.String(),
  validUntil: Moment,
})
export type InitialPassword = Static<typeof InitialPassword>

export const OfficerChange = Type.Object(
  {
    name: Type.Optional(PersonName),
    role: Type.Optional(OneOf(roles)),
    phone: Type.Optional(Phone),
    villageIds: Type.Optional(Type.Array(Id, { maxItems: 60, uniqueItems: true })),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type OfficerChange = Static<typeof OfficerChange>

export const NewSuspension = Type.Object(
  { reason: Text({ min: 2, max: 200, title: '原因' }) },
  { additionalProperties: false },
)
export const NewPasswordReset = Type.Object(
  { removeSecondFactor: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
)

/** Duty: 'desk' answers messages, 'window' sits at the counter, 'patrol' is out. */
export const Shift = Type.Object({
  id: Id,
  officerId: Id,
  officerName: Type.String(),
  kind: OneOf(shiftKinds),
  startsAt: Moment,
  endsAt: Moment,
})
export type Shift = Static<typeof Shift>
export const ShiftList = Type.Object({ items: Type.Array(Shift) })
/** Shifts that touch the `days` days from `from` on (station's days); a week unless said otherwise. */
export const ShiftQuery = Type.Object(
  { from: Day, days: Type.Optional(Type.Integer({ minimum: 1, maximum: 42 })) },
  { additionalProperties: false },
)
/** Planned together or not at all. A shift lasts at most 24 hours. */
export const NewShifts = Type.Object(
  {
    shifts: Type.Array(
      Type.Object(
        { officerId: Id, kind: OneOf(shiftKinds), startsAt: Moment, endsAt: Moment },
        { additionalProperties: false },
      ),
      { minItems: 1, maxItems: 200 },
    ),
  },
  { additionalProperties: false },
)
export type NewShifts = Static<typeof NewShifts>

/** `boundary` is a GeoJSON Polygon or MultiPolygon. A retired village stays on old rows and is offered for nothing new. */
export const Village = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  aliases: Type.Array(Type.String()),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  boundary: Type.Unknown(),
  retiredAt: Nullable(Moment),
})
export type Village = Static<typeof Village>
export const VillageList = Type.Object({ items: Type.Array(Village) })

const VillageCode = Type.String({ pattern: '^[0-9A-Za-z-]{1,20}$', title: '村代码' })
const VillageName = Text({ min: 1, max: 30, title: '村名' })
const Aliases = Type.Array(VillageName, { maxItems: 20 })

export const NewVillage = Type.Object(
  {
    code: VillageCode,
    name: VillageName,
    aliases: Type.Optional(Aliases),
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
  },
  { additionalProperties: false },
)
export type NewVillage = Static<typeof NewVillage>
export const VillageChange = Type.Partial(Type.Omit(NewVillage, ['code']), {
  additionalProperties: false,
  minProperties: 1,
})
export type VillageChange = Static<typeof VillageChange>
/** `PUT /api/village-order`: every village of the station, retired ones too, as they shall stand in lists. */
export const VillageOrder = Type.Object(
  { villageIds: Type.Array(Id, { minItems: 1, maxItems: 300, uniqueItems: true }) },
  { additionalProperties: false },
)

const StationName = Text({ min: 2, max: 60, title: '派出所名称' })
const Address = Text({ max: 120, title: '地址' })

const TimeOfDay = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', title: '时间' })

/** What a station may set for itself; a setting that is not set has the default named here. */
export const StationSettings = Type.Object(
  {
    /** One sentence at the head of the resident's page. Default: none. */
    residentNotice: Type.Optional(Text({ max: 200, title: '给居民的一句话' })),
    /** How soon a person should answer a message in desk hours. Default 15. */
    firstAnswerMinutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 1440 })),
    /** Between these times of day a broadcast that is no emergency waits. Default 21:00 to 07:00; the same twice: never. */
    quietFrom: Type.Optional(TimeOfDay),
    quietUntil: Type.Optional(TimeOfDay),
    /** How often mass messages may reach one contact, as the corporation set it in WeCom: as many as the month has days, 7 a week, or 1 a day. */
    broadcastCap: Type.Optional(OneOf(broadcastCaps)),
  },
  { additionalProperties: false },
)
export type StationSettings = Static<typeof StationSettings>

export const Station = Type.Object({
  id: Id,
  code: Type.String(),
  name: Type.String(),
  phone: Type.String(),
  address: Type.String(),
  latitude: Nullable(Type.Number()),
  longitude: Nullable(Type.Number()),
  demo: Type.Boolean(),
  settings: Type.Object({}, { additionalProperties: true }),
})
export type Station = Static<typeof Station>

export const StationChange = Type.Object(
  {
    name: Type.Optional(StationName),
    phone: Type.Optional(Phone),
    address: Type.Optional(Address),
    latitude: Type.Optional(Latitude),
    longitude: Type.Optional(Longitude),
    settings: Type.Optional(StationSettings),
  },
  { additionalProperties: false, minProperties: 1 },
)
export type StationChange = Static<typeof StationChange>

const setupToken = Type.String({ minLength: 1, maxLength: 600, title: '安装口令' })
/** The words of a link to found a further station, and what it is good for. */
export const SetupToken = Type.Object({ token: setupToken }, { additionalProperties: false })
export const SetupInvitation = Type.Object({ code: Type.String(), stationName: Type.String(), until: Moment })
export type SetupInvitation = Static<typeof SetupInvitation>

/** The set-up of a station; `token` is printed by the server at its start, or stands in a link to found a further one. */
export const SetupState = Type.Object({ needed: Type.Boolean() })
export const Setup = Type.Object(
  {
    token: setupToken,
    stationName: StationName,
    code: Type.String({ pattern: '^[0-9]{6,12}$', title: '派出所代码' }),
    phone: Phone,
    address: Address,
    villages: Type.Array(NewVillage, { minItems: 1, maxItems: 200 }),
    administrator: Type.Object(
      { username: Username, name: PersonName, password: Type.String({ maxLength: 128, title: '密码' }) },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
)
export type Setup = Static<typeof Setup>

const Password = Type.String({ minLength: 1, maxLength: 128, title: '密码' })
/** Six digits of the authenticator, or one of the backup codes. */
const Code = Type.String({
  pattern: '^ *([0-9]{3} ?[0-9]{3}|[0-9A-Za-z]{5}-[0-9A-Za-z]{5}) *$',
  title: '动态码',
})

/** `code` only where the second factor is on. Every wrong combination gets the same answer. */
export const SignIn = Type.Object(
  {
    username: Type.String({ minLength: 1, maxLength: 60, title: '用户名' }),
    password: Password,
    code: Type.Optional(Code),
  },
  { additionalProperties: false },
)
export type SignIn = Static<typeof SignIn>

/** Who is signed in. While `passwordChangeDue`, only GET/DELETE /api/session and POST /api/session/password answer. */
export const Me = Type.Object({
  officer: Type.Object({
    id: Id,
    username: Type.String(),
    name: Type.String(),
    role: OneOf(roles),
    phone: Type.String(),
  }),
  station: Type.Object({ id: Id, code: Type.String(), name: Type.String(), demo: Type.Boolean() }),
  permissions: Type.Array(OneOf(permissions)),
  scope: OneOf(scopes),
  villageIds: Type.Array(Id),
  secondFactor: Type.Boolean(),
  passwordChangeDue: Type.Boolean(),
  signedInAt: Moment,
  /** Eight hours after sign-in, whatever happens. */
  endsAt: Moment,
  /** Without a request by a person for this long the session ends. Refreshes send the header `x-background: yes`. */
  idleMinutes: Type.Integer(),
  /** Until then a step-up is not asked for again. */
  steppedUpUntil: Nullable(Moment),
  /** Sessions of the same account on other devices. */
  otherSessions: Type.Integer(),
})
export type Me = Static<typeof Me>

export const StepUp = Type.Object(
  { password: Password, code: Type.Optional(Code) },
  { additionalProperties: false },
)
export type StepUp = Static<typeof StepUp>

export const PasswordChange = Type.Object(
  { password: Password, newPassword: Type.String({ maxLength: 128, title: '新密码' }) },
  { additionalProperties: false },
)
export type PasswordChange = Static<typeof PasswordChange>

export const SecondFactorEnrolment = Type.Object({ password: Password }, { additionalProperties: false })
export const SecondFactorSecret = Type.Object({
  /** Base32, to type by hand. */
  secret: Type.String(),
  /** otpauth:// for a QR code. */
  uri: Type.String(),
})
export const SecondFactorConfirmation = Type.Object(
  { code: Type.String({ pattern: '^ *[0-9]{3} ?[0-9]{3} *$', title: '动态码' }) },
  { additionalProperties: false },
)
/** Shown once. Each opens one sign-in when the phone is lost. */
export const BackupCodes = Type.Object({ backupCodes: Type.Array(Type.String()) })

export const OwnSession = Type.Object({
  id: Id,
  current: Type.Boolean(),
  signedInAt: Moment,
  lastSeenAt: Moment,
  address: Type.String(),
  device: Type.String(),
})
export type OwnSession = Static<typeof OwnSession>
export const OwnSessionList = Type.Object({ items: Type.Array(OwnSession) })
