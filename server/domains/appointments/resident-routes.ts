import {
  Rescheduling,
  ResidentAppointment,
  ResidentAppointmentList,
  ResidentBooking,
  StatusNote,
} from '../../../contract/appointments.ts'
import { Done, IdParams } from '../../../contract/common.ts'
import { Answered } from '../../../contract/own-papers.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { limitFloods } from '../../platform/http/limit-floods.ts'
import { read, write } from '../../platform/http/write.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import { answerAsResident } from './answer-appointment.ts'
import { findAppointment } from './appointment-rows.ts'
import { bookAsResident } from './book-as-resident.ts'
import { cancelAsResident } from './record-step.ts'
import { rescheduleAsResident } from './reschedule-appointment.ts'
import { listOwnAppointments, showOwnAppointment } from './resident-views.ts'

const tags = ['appointments']
/** From one address in ten minutes; a counter serves fewer in a day. */
const mostBookings = 40

/** What a resident does with her own appointments; nobody else's are ever found. */
export function residentRoutes(app: App, context: Context): void {
  const limitBookings = limitFloods(app, context, mostBookings)
  app.get(
    '/api/resident/appointments',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'Her own appointments', response: { 200: ResidentAppointmentList } },
    },
    (request) =>
      read(context, request, async (tx) => ({
        items: await listOwnAppointments(tx, residentOf(request).contactId),
      })),
  )
  app.post(
    '/api/resident/appointments',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Books a time',
        body: ResidentBooking,
        response: { 200: ResidentAppointment },
      },
    },
    async (request) => {
      const { stationId, contactId } = residentOf(request)
      await limitBookings(request, stationId)
      const number = await nextNumber(context.pool, stationId, 'appointment', stationDay(new Date()))
      return write(context, request, async (tx, actor) => {
        const id = await bookAsResident(tx, actor, contactId, number, request.body)
        return showOwnAppointment(tx, await findAppointment(tx, id))
      })
    },
  )
  app.post(
    '/api/resident/appointments/:id/rescheduling',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Moves her appointment, until it begins',
        params: IdParams,
        body: Rescheduling,
        response: { 200: ResidentAppointment },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await rescheduleAsResident(tx, actor, residentOf(request).contactId, request.params.id, request.body)
        return showOwnAppointment(tx, await findAppointment(tx, request.params.id))
      }),
  )
  app.post(
    '/api/resident/appointments/:id/cancellation',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Gives her appointment up, until it begins',
        params: IdParams,
        body: StatusNote,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        const { contactId } = residentOf(request)
        await cancelAsResident(tx, actor, contactId, request.params.id, request.body.note)
        return { done: true as const }
      }),
  )
  app.put(
    '/api/resident/appointments/:id/answers',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: "Answers the guide's questions for her appointment",
        params: IdParams,
        body: Answered,
        response: { 200: ResidentAppointment },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await answerAsResident(tx, actor, residentOf(request).contactId, request.params.id, request.body)
        return showOwnAppointment(tx, await findAppointment(tx, request.params.id))
      }),
  )
}
