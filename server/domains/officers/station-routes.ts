import { Done, IdParams } from '../../../contract/common.ts'
import { NewShifts, ShiftList, ShiftQuery, Station, StationChange } from '../../../contract/officers.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/errors.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { changeStation } from './change-station.ts'
import { planShifts, removeShift } from './plan-shifts.ts'
import { readRoster } from './read-shifts.ts'
import { findStation } from './views.ts'

const tags = ['station']

export function stationRoutes(app: App, context: Context): void {
  app.get(
    '/api/station',
    {
      config: { access: 'station.read' },
      schema: { tags, summary: 'The station and its settings', response: { 200: Station } },
    },
    async (request) => {
      const station = await read(context, request, (tx) => findStation(tx, tx.stationId))
      if (!station) throw notFound()
      return station
    },
  )

  app.patch(
    '/api/station',
    {
      config: { access: 'station.configure' },
      schema: { tags, summary: 'Change the station', body: StationChange, response: { 200: Station } },
    },
    (request) => write(context, request, (tx, actor) => changeStation(tx, actor, request.body)),
  )
}

export function shiftRoutes(app: App, context: Context): void {
  app.get(
    '/api/shifts',
    {
      config: { access: 'officers.read' },
      schema: { tags, summary: 'The duty roster', querystring: ShiftQuery, response: { 200: ShiftList } },
    },
    async (request) => {
      const { from, days = 7 } = request.query
      return { items: await read(context, request, (tx) => readRoster(tx, from, days)) }
    },
  )

  app.post(
    '/api/shifts',
    {
      config: { access: 'officers.manage' },
      schema: {
        tags,
        summary: 'Plan shifts, all or none',
        body: NewShifts,
        response: { 200: ShiftList },
      },
    },
    async (request) => ({
      items: await write(context, request, (tx, actor) => planShifts(tx, actor, request.body.shifts)),
    }),
  )

  app.delete(
    '/api/shifts/:id',
    {
      config: { access: 'officers.manage' },
      schema: { tags, summary: 'Remove a shift', params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      await write(context, request, (tx, actor) => removeShift(tx, actor, request.params.id))
      return { done: true as const }
    },
  )
}
