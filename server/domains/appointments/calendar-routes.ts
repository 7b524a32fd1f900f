import { Type } from 'typebox'
import {
  CalendarDays,
  CalendarFeed,
  CalendarQuery,
  ClosureAnswer,
  CounterList,
  DayParams,
  FeedParams,
  NewCounter,
  OpeningHours,
  StationClosure,
} from '../../../contract/appointments.ts'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import { PublicStationQuery } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { readInStation } from '../services/open-station.ts'
import { issueCalendarFeed, readCalendarFeed } from './calendar-feed.ts'
import { closeCounter, openCounter } from './configure-counters.ts'
import { closeDay, reopenDay } from './configure-days.ts'
import { setOpeningHours } from './configure-hours.ts'
import { listCounters, showCalendar, showOpeningHours } from './show-calendar.ts'

const tags = ['calendar']
const done = { done: true as const }

/** When the counter is open: weekly hours, holidays, closures, counters; and an officer's calendar feed. */
export function calendarRoutes(app: App, context: Context): void {
  app.get(
    '/api/opening-hours',
    {
      config: { access: 'station.read' },
      schema: { tags, summary: 'The weekly hours', response: { 200: OpeningHours } },
    },
    (request) => read(context, request, async (tx) => ({ spans: await showOpeningHours(tx) })),
  )
  app.get(
    '/api/public/opening-hours',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'The weekly hours of the counter, for everybody',
        querystring: PublicStationQuery,
        response: { 200: OpeningHours },
      },
    },
    (request) =>
      readInStation(context, request.query.code, async (tx) => ({ spans: await showOpeningHours(tx) })),
  )
  app.put(
    '/api/opening-hours',
    {
      config: { access: 'calendar.configure' },
      schema: { tags, summary: 'Replaces the weekly hours', body: OpeningHours, response: { 200: Done } },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await setOpeningHours(tx, actor, request.body.spans)
        return done
      }),
  )
  app.get(
    '/api/working-days',
    {
      config: { access: 'station.read' },
      schema: {
        tags,
        summary: 'Days with what they count for',
        querystring: CalendarQuery,
        response: { 200: CalendarDays },
      },
    },
    (request) =>
      read(context, request, async (tx) => ({
        days: await showCalendar(tx, request.query.from, request.query.until),
      })),
  )
  app.post(
    '/api/station-closures',
    {
      config: { access: 'calendar.configure' },
      schema: {
        tags,
        summary: 'Closes the counter for a day',
        body: StationClosure,
        response: { 200: ClosureAnswer },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => ({
        day: request.body.day,
        booked: await closeDay(tx, actor, request.body),
      })),
  )
  app.delete(
    '/api/station-closures/:day',
    {
      config: { access: 'calendar.configure' },
      schema: { tags, summary: 'Takes a closure back', params: DayParams, response: { 200: Done } },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await reopenDay(tx, actor, request.params.day)
        return done
      }),
  )
  app.get(
    '/api/counters',
    {
      config: { access: 'station.read' },
      schema: { tags, summary: 'The counters', response: { 200: CounterList } },
    },
    (request) => read(context, request, async (tx) => ({ items: await listCounters(tx) })),
  )
  app.post(
    '/api/counters',
    {
      config: { access: 'calendar.configure' },
      schema: {
        tags,
        summary: 'Another counter',
        body: NewCounter,
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    (request) => write(context, request, (tx, actor) => openCounter(tx, actor, request.body.name)),
  )
  app.post(
    '/api/counters/:id/closure',
    {
      config: { access: 'calendar.configure' },
      schema: { tags, summary: 'Takes a counter out of use', params: IdParams, response: { 200: Done } },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await closeCounter(tx, actor, request.params.id)
        return done
      }),
  )
  app.post(
    '/api/calendar-feed',
    {
      config: { access: 'appointments.read' },
      schema: {
        tags,
        summary: "A new secret address for the officer's calendar app",
        response: { 200: CalendarFeed },
      },
    },
    // Not through write(): the secret must not come to lie in the table of first answers.
    (request) =>
      read(context, request, (tx) => issueCalendarFeed(tx, actorOf(request), officerOf(request).officerId)),
  )
  app.get(
    '/api/calendar/:file',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'The feed behind such an address, as iCalendar', params: FeedParams },
    },
    async (request, reply) => {
      const feed = await readCalendarFeed(context, request.params.file.replace(/\.ics$/, ''))
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-store')
        .send(feed)
    },
  )
}
