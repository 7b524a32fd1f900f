import { newId } from '../../server/platform/id.ts'
import type { Row } from './row.ts'
import { photoLaid } from './rows-cases.ts'

const booked = `update appointments set status = 'booked', starts_at = date_trunc('hour', now()) + interval '20 days',
  ends_at = date_trunc('hour', now()) + interval '20 days 15 minutes' where id = $1`
/** Its case runs again too: the list of a case is the appointment's. */
const asking = `with a as (${booked} returning case_id)
  update cases set status = 'in_progress', finished_at = null, merged_into = null where id in (select case_id from a)`
const begun = `update appointments set status = 'booked', starts_at = now() - interval '1 hour',
  ends_at = now() - interval '45 minutes' where id = $1`
const now = (status: string) =>
  `update appointments set status = '${status}', starts_at = now(), ends_at = now() + interval '15 minutes' where id = $1`
const who = { guideSlug: 'household-split', name: '陈大妈', phone: '13800000000' }
const answered = { version: 1, answers: { head: 'no' } }
const note = [() => ({ note: '打电话说过' })]
const missing = [{ key: 'split-application', cause: 'not_told', reason: '电话里没有说到' }]
const officerNote = [() => ({ note: '那天有事', missing })]

const holidays = ['01-01', ...[1, 2, 3, 4, 5].flatMap((day) => [`05-0${day}`, `10-0${day}`])].map((day) => ({
  day: `2027-${day}`,
  kind: 'off',
  name: '法定节假日',
}))

/** Appointments, the queue of the day, the opening calendar. */
export const appointmentRows: Row[] = [
  {
    route: 'GET /api/slots',
    access: 'appointments.read',
    recorded: { because: 'free times' },
    query: () => ({ guideSlug: 'household-split', from: '2026-01-05', days: '7' }),
  },
  {
    route: 'GET /api/public/slots',
    access: 'public',
    recorded: { because: 'free times' },
    query: () => ({
      stationCode: '430182901',
      guideSlug: 'household-split',
      from: '2026-01-05',
      days: '7',
    }),
  },
  {
    route: 'GET /api/appointments',
    access: 'appointments.read',
    recorded: 'appointment.listed',
    query: ({ case: matter, conversation, contact }) => ({
      caseId: matter,
      conversationId: conversation,
      contactId: contact,
      status: 'booked',
      callDue: 'false',
    }),
  },
  {
    route: 'GET /api/appointments/:id',
    access: 'appointments.read',
    recorded: 'appointment.read',
    params: { id: 'appointment' },
  },
  {
    route: 'POST /api/appointments',
    access: 'appointments.write',
    bodies: [
      ({ slot, contact, conversation, case: matter }) => ({
        ...who,
        startsAt: slot(),
        contactId: contact,
        conversationId: conversation,
        caseId: matter,
        again: '来领新户口簿',
        answered,
        clientKey: newId(),
      }),
    ],
    reset: `update appointments set status = 'cancelled' where $1::uuid is null and status = 'booked'`,
  },
  {
    route: 'POST /api/walk-ins',
    access: 'appointments.write',
    bodies: [
      ({ contact, case: matter }) => ({
        ...who,
        contactId: contact,
        caseId: matter,
        answered,
        clientKey: newId(),
      }),
    ],
  },
  {
    route: 'POST /api/appointments/:id/rescheduling',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: [({ slot }) => ({ startsAt: slot(), note: '那天有事', missing })],
    reset: `update appointments set status = 'booked' where id = $1`,
  },
  {
    route: 'POST /api/appointments/:id/cancellation',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: officerNote,
    reset: booked,
  },
  {
    route: 'POST /api/appointments/:id/arrival',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: officerNote,
    reset: now('booked'),
  },
  {
    route: 'POST /api/appointments/:id/service',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: officerNote,
    reset: now('arrived'),
  },
  {
    route: 'POST /api/appointments/:id/absence',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: officerNote,
    reset: begun,
  },
  {
    route: 'POST /api/appointments/:id/reminder-call',
    access: 'appointments.write',
    params: { id: 'appointment' },
    reset: booked.replace(' where', ', reminded_at = null where'),
  },
  {
    route: 'PUT /api/appointments/:id/answers',
    access: 'appointments.write',
    params: { id: 'appointment' },
    bodies: [() => answered],
    reset: asking,
  },
  ...['PUT', 'DELETE'].map(
    (method): Row => ({
      route: `${method} /api/appointments/:id/papers/:key/photos/:fileId`,
      access: 'appointments.write',
      params: { id: 'appointment', key: "'identity-card'", fileId: 'file' },
      reset: photoLaid(`${booked} returning case_id`),
    }),
  ),
  { route: 'POST /api/calendar-feed', access: 'appointments.read' },
  {
    route: 'GET /api/calendar/:file',
    access: 'public',
    recorded: 'appointment.listed',
    params: { file: `'${'A'.repeat(40)}.ics'` },
  },

  { route: 'GET /api/resident/appointments', access: 'resident' },
  {
    route: 'POST /api/resident/appointments',
    access: 'resident',
    bodies: [
      ({ slot, conversation }) => ({
        ...who,
        startsAt: slot(),
        conversationId: conversation,
        answered,
        clientKey: newId(),
      }),
    ],
    reset: `update appointments set status = 'cancelled' where $1::uuid is null and status = 'booked'`,
  },
  {
    route: 'PUT /api/resident/appointments/:id/answers',
    access: 'resident',
    params: { id: 'appointment' },
    bodies: [() => answered],
    reset: asking,
  },
  {
    route: 'POST /api/resident/appointments/:id/rescheduling',
    access: 'resident',
    params: { id: 'appointment' },
    bodies: [({ slot }) => ({ startsAt: slot(), note: '那天有事' })],
    reset: booked,
  },
  {
    route: 'POST /api/resident/appointments/:id/cancellation',
    access: 'resident',
    params: { id: 'appointment' },
    bodies: note,
    reset: booked,
  },

  { route: 'GET /api/opening-hours', access: 'station.read', recorded: { because: 'the calendar' } },
  {
    route: 'GET /api/public/opening-hours',
    access: 'public',
    recorded: { because: 'the calendar' },
    query: () => ({ code: '430182901' }),
  },
  {
    route: 'PUT /api/opening-hours',
    access: 'calendar.configure',
    bodies: [
      () => ({
        spans: [1, 2, 3, 4, 5].flatMap((weekday) => [
          { weekday, opens: '08:30', closes: '12:00' },
          { weekday, opens: '14:30', closes: '17:30' },
        ]),
      }),
    ],
  },
  {
    route: 'GET /api/working-days',
    access: 'station.read',
    recorded: { because: 'the calendar' },
    query: () => ({ from: '2026-01-05', until: '2026-02-05' }),
  },
  {
    route: 'POST /api/station-closures',
    access: 'calendar.configure',
    bodies: [({ day }) => ({ day: day(), name: '全所培训' })],
  },
  {
    route: 'DELETE /api/station-closures/:day',
    access: 'calendar.configure',
    params: { day: "'2026-01-05'" },
  },
  {
    route: 'PUT /api/public-holidays/:year',
    access: 'calendar.configure',
    params: { year: "'2027'" },
    bodies: [() => ({ official: true, days: holidays })],
  },
  {
    route: 'GET /api/public-holidays/:year',
    access: 'station.read',
    recorded: { because: 'the calendar' },
    params: { year: "'2027'" },
  },
  {
    route: 'POST /api/public-holiday-previews',
    access: 'calendar.configure',
    bodies: [
      () => ({
        text: JSON.stringify({ days: Object.fromEntries(holidays.map((each) => [each.day, each])) }),
      }),
    ],
    notKept: { text: 'a preview saves nothing' },
  },
  { route: 'GET /api/counters', access: 'station.read', recorded: { because: 'the calendar' } },
  { route: 'POST /api/counters', access: 'calendar.configure', bodies: [() => ({ name: '二号窗口' })] },
  { route: 'POST /api/counters/:id/closure', access: 'calendar.configure', params: { id: 'counter' } },
]
