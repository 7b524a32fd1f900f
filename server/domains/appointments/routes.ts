import {
  Appointment,
  AppointmentDetail,
  AppointmentList,
  AppointmentQuery,
  OfficerBooking,
  OfficerRescheduling,
  OfficerStatusNote,
  PublicSlotQuery,
  SlotQuery,
  Slots,
  WalkIn,
} from '../../../contract/appointments.ts'
import { PaperPhotoParams } from '../../../contract/case-changes.ts'
import { Done, IdParams } from '../../../contract/common.ts'
import { Answered } from '../../../contract/own-papers.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import { readInStation } from '../services/open-station.ts'
import { answerAsOfficer } from './answer-appointment.ts'
import { findAppointment, showAppointment } from './appointment-rows.ts'
import { bookAsOfficer } from './book-as-officer.ts'
import { calendarRoutes } from './calendar-routes.ts'
import { holidayRoutes } from './holiday-routes.ts'
import { layPhoto, takePhotoOff } from './lay-photo.ts'
import { listAppointments, readAppointment } from './list-appointments.ts'
import { showSlots } from './list-slots.ts'
import { recordCall } from './record-call.ts'
import { recordStep } from './record-step.ts'
import { recordWalkIn } from './record-walk-in.ts'
import { rescheduleAsOfficer } from './reschedule-appointment.ts'
import { residentRoutes } from './resident-routes.ts'
import { residentLeadMinutes, type Step } from './rules.ts'

const tags = ['appointments']

/** A change of state is a noun: `POST /api/appointments/:id/<noun>`. */
const steps: [noun: string, step: Step, summary: string][] = [
  ['cancellation', 'cancelled', 'Cancels an appointment and tells the resident'],
  ['arrival', 'arrived', 'The person is here'],
  ['service', 'served', 'The person was received'],
  ['absence', 'no_show', 'The person did not come (15 minutes after the time)'],
]

/** Times, appointments and the day's queue for officers; residents' and calendar routes with them. */
export function appointmentRoutes(app: App, context: Context): void {
  app.get(
    '/api/slots',
    {
      config: { access: 'appointments.read' },
      schema: { tags, summary: 'Free times for a guide', querystring: SlotQuery, response: { 200: Slots } },
    },
    (request) => {
      const { guideSlug, ...search } = request.query
      return read(context, request, (tx) =>
        showSlots(tx, guideSlug, { ...search, leadMinutes: 0, now: new Date() }),
      )
    },
  )
  app.get(
    '/api/public/slots',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Free times for everybody: counts only',
        querystring: PublicSlotQuery,
        response: { 200: Slots },
      },
    },
    (request) => {
      const { stationCode, guideSlug, ...search } = request.query
      return readInStation(context, stationCode, (tx) =>
        showSlots(tx, guideSlug, { ...search, leadMinutes: residentLeadMinutes, now: new Date() }),
      )
    },
  )
  app.get(
    '/api/appointments',
    {
      config: { access: 'appointments.read' },
      schema: {
        tags,
        summary: 'A day, a span or the appointments of one matter',
        querystring: AppointmentQuery,
        response: { 200: AppointmentList },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const items = await listAppointments(tx, officerOf(request), request.query)
        const ids = items.map(({ id }) => id)
        await recordListed(tx, actorOf(request), 'appointment.listed', ids)
        return { items }
      }),
  )
  app.get(
    '/api/appointments/:id',
    {
      config: { access: 'appointments.read' },
      schema: {
        tags,
        summary: 'One appointment; the look is recorded',
        params: IdParams,
        response: { 200: AppointmentDetail },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        readAppointment(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/appointments',
    {
      config: { access: 'appointments.write' },
      schema: {
        tags,
        summary: 'Books for a resident',
        body: OfficerBooking,
        response: { 200: Appointment },
      },
    },
    async (request) => {
      const session = officerOf(request)
      const today = stationDay(new Date())
      const number = await nextNumber(context.pool, session.stationId, 'appointment', today)
      return write(context, request, async (tx, actor) => {
        const id = await bookAsOfficer(tx, actor, session, number, request.body)
        return showAppointment(await findAppointment(tx, id))
      })
    },
  )
  app.post(
    '/api/walk-ins',
    {
      config: { access: 'appointments.write' },
      schema: {
        tags,
        summary: 'Somebody came without an appointment',
        body: WalkIn,
        response: { 200: Appointment },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        const id = await recordWalkIn(tx, actor, officerOf(request), request.body)
        return showAppointment(await findAppointment(tx, id))
      }),
  )
  app.post(
    '/api/appointments/:id/rescheduling',
    {
      config: { access: 'appointments.write' },
      schema: {
        tags,
        summary: 'Moves an appointment and tells the resident',
        params: IdParams,
        body: OfficerRescheduling,
        response: { 200: Appointment },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await rescheduleAsOfficer(tx, actor, officerOf(request), request.params.id, request.body)
        return showAppointment(await findAppointment(tx, request.params.id))
      }),
  )
  app.post(
    '/api/appointments/:id/reminder-call',
    {
      config: { access: 'appointments.write' },
      schema: {
        tags,
        summary: 'Rung up about it: no message reaches her',
        params: IdParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await recordCall(tx, actor, officerOf(request), request.params.id)
        return { done: true as const }
      }),
  )
  app.put(
    '/api/appointments/:id/answers',
    {
      config: { access: 'appointments.write' },
      schema: {
        tags,
        summary: 'Writes down or corrects what the family answered, and tells her what that changes',
        params: IdParams,
        body: Answered,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await answerAsOfficer(tx, actor, officerOf(request), request.params.id, request.body)
        return { done: true as const }
      }),
  )
  for (const [method, deed, summary] of [
    ['PUT', layPhoto, 'Lays a photo of the talk to a paper'],
    ['DELETE', takePhotoOff, 'Takes a photo off that was laid to the wrong paper'],
  ] as const)
    app.route({
      method,
      url: '/api/appointments/:id/papers/:key/photos/:fileId',
      config: { access: 'appointments.write' },
      schema: { tags, summary, params: PaperPhotoParams, response: { 200: Done } },
      handler: (request) =>
        write(context, request, async (tx, actor) => {
          const { id, ...photo } = request.params
          await deed(tx, actor, officerOf(request), id, photo)
          return { done: true as const }
        }),
    })
  for (const [noun, step, summary] of steps) {
    app.post(
      `/api/appointments/:id/${noun}`,
      {
        config: { access: 'appointments.write' },
        schema: { tags, summary, params: IdParams, body: OfficerStatusNote, response: { 200: Done } },
      },
      (request) =>
        write(context, request, async (tx, actor) => {
          await recordStep(tx, actor, officerOf(request), request.params.id, step, request.body)
          return { done: true as const }
        }),
    )
  }
  residentRoutes(app, context)
  calendarRoutes(app, context)
  holidayRoutes(app, context)
}
