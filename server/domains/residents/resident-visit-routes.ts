import type { FastifyRequest } from 'fastify'
import { Done } from '../../../contract/common.ts'
import {
  Profile,
  ProfileChange,
  PublicStation,
  PublicStationQuery,
  Visit,
  VisitAnswer,
} from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { limitFloods } from '../../platform/http/limit-floods.ts'
import { read, write } from '../../platform/http/write.ts'
import { newId } from '../../platform/id.ts'
import { residentDoor } from './authenticate-resident.ts'
import { showPublicStation } from './public-station.ts'
import { dropCookie, putCookie, readCookie } from './resident-cookie.ts'
import { changeProfile, showProfile } from './resident-profile.ts'
import { validVersions } from './revoked-access.ts'

const tags = ['residents (phone)']
/** From one address in ten minutes. A link in a village group is opened by hundreds at once, behind few addresses. */
const mostNewPhones = 600

/** What a resident's phone asks first, and what it says of its owner. */
export function residentVisitRoutes(app: App, context: Context): void {
  const limitNewPhones = limitFloods(app, context, mostNewPhones)
  const door = residentDoor(context)
  const { secret } = door
  const askerOf = (request: FastifyRequest) => (stationId: string) =>
    readCookie(secret, request).find((token) => token.stationId === stationId)?.contactId ?? null
  app.get(
    '/api/public/station',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'The station, and whether somebody reads now',
        querystring: PublicStationQuery,
        response: { 200: PublicStation },
      },
    },
    async (request) => showPublicStation(context, request.query.code, askerOf(request)),
  )
  app.post(
    '/api/resident/visit',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Open the phone page: a new phone gets a contact of its own, a known one keeps hers',
        body: Visit,
        response: { 200: VisitAnswer },
      },
    },
    async (request, reply) => {
      const station = await showPublicStation(context, request.body.stationCode, askerOf(request))
      const stationId = station.id
      const token = readCookie(secret, request).find((each) => each.stationId === stationId)
      const valid = token && ((await validVersions(context.pool, stationId)).get(token.contactId) ?? 1)
      const known = token !== undefined && token.version >= valid!
      if (!known) await limitNewPhones(request, stationId)
      // Nothing is written for a visit: the contact has a row when it first does something.
      const contact = known ? token : { stationId, contactId: newId(), version: 1 }
      putCookie(door, request, reply, contact)
      return { station, known }
    },
  )
  app.delete(
    '/api/resident/session',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Forget the resident on this phone; her matters stay',
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      dropCookie(door, request, reply, residentOf(request).stationId)
      return { done: true as const }
    },
  )
  app.get(
    '/api/resident/profile',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'What this phone has said of its owner', response: { 200: Profile } },
    },
    async (request) => read(context, request, (tx) => showProfile(tx, residentOf(request).contactId)),
  )
  app.patch(
    '/api/resident/profile',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'Say who one is', body: ProfileChange, response: { 200: Profile } },
    },
    async (request) =>
      write(context, request, (tx, actor) =>
        changeProfile(tx, actor, residentOf(request).contactId, request.body),
      ),
  )
}
