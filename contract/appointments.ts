import { type Static, Type } from 'typebox'
import { MissingPapers } from './case-changes.ts'
import { Day, Id, Moment, Named, Nullable, OneOf, Text } from './common.ts'
import { Answered, answerFields, ownList } from './own-papers.ts'
import { NearDay, StationCode } from './services.ts'
import { appointmentStatuses } from './vocabulary.ts'

/** Made by the client, once a booking, and sent again with every try: the same key gets the same appointment. */
const ClientKey = Type.String({ minLength: 8, maxLength: 80, pattern: '^[A-Za-z0-9_-]+$' })
const Slug = Type.String({ pattern: '^[a-z0-9-]{1,60}$', title: '办理事项' })
const PersonName = Text({ min: 1, max: 30, title: '姓名' })
const Phone = Type.String({ maxLength: 20, pattern: '^[0-9+ -]*$', title: '电话' })
/** Wall clock at the station, '08:30'. */
const Clock = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$', title: '时间' })

// ——— Free times ———

export const Slot = Type.Object({
  startsAt: Moment,
  endsAt: Moment,
  /** Counters still free then; 0 is shown as taken. */
  free: Type.Integer(),
})
export type Slot = Static<typeof Slot>

export const SlotDay = Type.Object({
  day: Day,
  /** The counter is open that day. */
  open: Type.Boolean(),
  /** Why the day differs from the weekly rule: 国庆节, 国庆节调休上班, the station's own closure. */
  name: Nullable(Type.String()),
  slots: Type.Array(Slot),
})
export type SlotDay = Static<typeof SlotDay>

const slotFields = {
  guideSlug: Slug,
  /** Today when left out. */
  from: Type.Optional(NearDay),
  /** 7 when left out; times are given out up to 30 days ahead. */
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 31 })),
  /** The appointment that is to be moved: it can be, also when its guide is not booked any more. */
  appointmentId: Type.Optional(Id),
}
/** `GET /api/slots` */
export const SlotQuery = Type.Object(slotFields, { additionalProperties: false })
/** `GET /api/public/slots`: counts only. */
export const PublicSlotQuery = Type.Object(
  { stationCode: StationCode, ...slotFields },
  { additionalProperties: false },
)
export const Slots = Type.Object({
  guide: Type.Object({ slug: Type.String(), name: Type.String(), minutes: Type.Integer() }),
  days: Type.Array(SlotDay),
})
export type Slots = Static<typeof Slots>

// ——— Appointments as officers see them ———

const GuideRef = Type.Object({ id: Id, slug: Type.String(), name: Type.String() })

export const Appointment = Type.Object({
  id: Id,
  number: Type.String(),
  guide: GuideRef,
  counter: Nullable(Named),
  startsAt: Moment,
  endsAt: Moment,
  status: OneOf(appointmentStatuses),
  /** Came without an appointment; `queueNumber` is today's place in the queue. */
  walkIn: Type.Boolean(),
  queueNumber: Nullable(Type.Integer()),
  personName: Type.String(),
  /** In lists with its middle hidden; whole in the single view, which is written down as a read. */
  phone: Type.String(),
  contactId: Nullable(Id),
  conversationId: Nullable(Id),
  caseId: Nullable(Id),
  /** Null: the resident herself. */
  bookedBy: Nullable(Named),
  bookedAt: Moment,
  movedFrom: Nullable(Moment),
  remindedAt: Nullable(Moment),
  /** Who rang her up about this time; null for a message, or nobody yet. */
  remindedBy: Nullable(Type.String()),
  /** No message reaches her and the time is near: somebody has to ring her up. */
  callDue: Type.Boolean(),
})
export type Appointment = Static<typeof Appointment>

export const AppointmentChange = Type.Object({
  status: OneOf(appointmentStatuses),
  startsAt: Moment,
  /** An officer's name; null with `byResident` false is the system. */
  officer: Nullable(Type.String()),
  byResident: Type.Boolean(),
  note: Type.String(),
  changedAt: Moment,
})

/** `GET /api/appointments/:id` */
export const AppointmentDetail = Type.Object({
  appointment: Appointment,
  ...ownList,
  answers: Type.Array(Type.Object({ ...answerFields, officer: Nullable(Named) })),
  /** Whether answers and photos may still change: not when it is over, nor when its case is. */
  mayAnswer: Type.Boolean(),
  /** Of the papers, in the order they came; `laid`: taken out of the talk by an officer, who can take it off again. */
  photos: Type.Array(Type.Object({ key: Type.String(), fileId: Id, laid: Type.Boolean() })),
  changes: Type.Array(AppointmentChange),
})
export type AppointmentDetail = Static<typeof AppointmentDetail>

/**
 * `GET /api/appointments`: one day, a span of at most 62 days, all of one matter, or whom to ring up now. Ordered by
 * time.
 */
export const AppointmentQuery = Type.Object(
  {
    day: Type.Optional(NearDay),
    from: Type.Optional(NearDay),
    until: Type.Optional(NearDay),
    caseId: Type.Optional(Id),
    conversationId: Type.Optional(Id),
    contactId: Type.Optional(Id),
    status: Type.Optional(OneOf(appointmentStatuses)),
    callDue: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
)
export type AppointmentQuery = Static<typeof AppointmentQuery>
export const AppointmentList = Type.Object({ items: Type.Array(Appointment) })

/** `POST /api/appointments`. The contact of the conversation or case is taken when none is given. */
export const OfficerBooking = Type.Object(
  {
    guideSlug: Slug,
    startsAt: Moment,
    name: PersonName,
    phone: Phone,
    contactId: Type.Optional(Id),
    conversationId: Type.Optional(Id),
    caseId: Type.Optional(Id),
    /** Why she has to come another time for the same. */
    again: Type.Optional(Text({ max: 200, title: '为什么再来' })),
    answered: Type.Optional(Answered),
    clientKey: ClientKey,
  },
  { additionalProperties: false },
)
export type OfficerBooking = Static<typeof OfficerBooking>

/** `POST /api/walk-ins`: somebody stands at the counter. */
export const WalkIn = Type.Object(
  {
    guideSlug: Slug,
    name: PersonName,
    phone: Phone,
    contactId: Type.Optional(Id),
    caseId: Type.Optional(Id),
    answered: Type.Optional(Answered),
    clientKey: ClientKey,
  },
  { additionalProperties: false },
)
export type WalkIn = Static<typeof WalkIn>

/** `POST /api/appointments/:id/rescheduling` and `/api/resident/appointments/:id/rescheduling` */
export const Rescheduling = Type.Object(
  { startsAt: Moment, note: Type.Optional(Text({ max: 200, title: '原因' })) },
  { additionalProperties: false },
)
/** `POST …/cancellation` (both), `…/arrival`, `…/service`, `…/absence` (officers). */
export const StatusNote = Type.Object(
  { note: Type.Optional(Text({ max: 200, title: '原因' })) },
  { additionalProperties: false },
)

/** What an officer says of it may name the papers for whose sake the person has to come again. */
export const OfficerRescheduling = Type.Object(
  { ...Rescheduling.properties, missing: Type.Optional(MissingPapers) },
  { additionalProperties: false },
)
export const OfficerStatusNote = Type.Object(
  { ...StatusNote.properties, missing: Type.Optional(MissingPapers) },
  { additionalProperties: false },
)

// ——— Appointments as the resident sees her own ———

/** `POST /api/resident/appointments` */
export const ResidentBooking = Type.Object(
  {
    guideSlug: Slug,
    startsAt: Moment,
    name: PersonName,
    phone: Phone,
    conversationId: Type.Optional(Id),
    answered: Type.Optional(Answered),
    clientKey: ClientKey,
  },
  { additionalProperties: false },
)
export type ResidentBooking = Static<typeof ResidentBooking>

export const ResidentAppointment = Type.Object({
  id: Id,
  number: Type.String(),
  guide: GuideRef,
  startsAt: Moment,
  endsAt: Moment,
  status: OneOf(appointmentStatuses),
  walkIn: Type.Boolean(),
  queueNumber: Nullable(Type.Integer()),
  counterName: Nullable(Type.String()),
  personName: Type.String(),
  phone: Type.String(),
  movedFrom: Nullable(Moment),
  /** Until it begins, while it is only booked. */
  mayChange: Type.Boolean(),
  place: Type.Object({ name: Type.String(), address: Type.String(), phone: Type.String() }),
  ...ownList,
  /** `byStation`: written down or corrected by an officer. */
  answers: Type.Array(Type.Object({ ...answerFields, byStation: Type.Boolean() })),
  /** How many photos the station has of a paper. */
  photos: Type.Array(Type.Object({ key: Type.String(), count: Type.Integer() })),
  /** Her answers may still be changed: while it is to come or she is being received. */
  mayAnswer: Type.Boolean(),
})
export type ResidentAppointment = Static<typeof ResidentAppointment>
/** `GET /api/resident/appointments`: hers, the next one first, then the past. */
export const ResidentAppointmentList = Type.Object({ items: Type.Array(ResidentAppointment) })

// ——— The opening calendar ———

/** One stretch in which the counter is open. Two a day leave a lunch break. Weekday 1 is Monday. */
export const OpeningSpan = Type.Object(
  { weekday: Type.Integer({ minimum: 1, maximum: 7 }), opens: Clock, closes: Clock },
  { additionalProperties: false },
)
export type OpeningSpan = Static<typeof OpeningSpan>
/** `GET` and `PUT /api/opening-hours`: the whole week. */
export const OpeningHours = Type.Object(
  { spans: Type.Array(OpeningSpan, { maxItems: 28 }) },
  { additionalProperties: false },
)
export type OpeningHours = Static<typeof OpeningHours>

export const dayKinds = ['off', 'workday', 'closed'] as const

/** A day of the calendar: does a time limit count it, is the counter open, and why. */
export const CalendarDay = Type.Object({
  day: Day,
  /** Counts for limits in working days. */
  working: Type.Boolean(),
  open: Type.Boolean(),
  kind: Nullable(OneOf(dayKinds)),
  name: Nullable(Type.String()),
  /** False: the State Council has not announced this year yet; shown as 以国务院办公厅通知为准. */
  official: Type.Boolean(),
})
/** `GET /api/working-days?from=&until=`: at most 400 days. */
export const CalendarQuery = Type.Object({ from: NearDay, until: NearDay }, { additionalProperties: false })
export const CalendarDays = Type.Object({ days: Type.Array(CalendarDay) })

/** `POST /api/station-closures`, `DELETE /api/station-closures/:day` */
export const StationClosure = Type.Object(
  { day: NearDay, name: Text({ min: 1, max: 40, title: '停办原因' }) },
  { additionalProperties: false },
)
export const ClosureAnswer = Type.Object({
  day: Day,
  /** Booked appointments of that day, which somebody must move. */
  booked: Type.Integer(),
})
export const DayParams = Type.Object({ day: NearDay })

/** `GET` and `POST /api/counters`, `POST /api/counters/:id/closure` */
export const Counter = Type.Object({ id: Id, name: Type.String(), closedAt: Nullable(Moment) })
export const CounterList = Type.Object({ items: Type.Array(Counter) })
export const NewCounter = Type.Object(
  { name: Text({ min: 1, max: 20, title: '窗口名称' }) },
  { additionalProperties: false },
)

/** `POST /api/calendar-feed`: the officer's own address for a calendar app; the one before stops working. */
export const CalendarFeed = Type.Object({ path: Type.String() })
/** `GET /api/calendar/<secret>.ics` */
export const FeedParams = Type.Object({ file: Type.String({ pattern: '^[A-Za-z0-9_-]{20,120}\\.ics$' }) })
