import type { FastifyRequest } from 'fastify'
import { LiveQuery, ResidentLiveQuery } from '../../../contract/live.ts'
import type { OfficerSession } from '../auth/session.ts'
import type { Context } from '../context.ts'
import type { FeedEvent } from '../events/read-feed.ts'
import { officerOf, residentOf } from '../http/access.ts'
import type { App } from '../http/create-http.ts'
import { concerns, type HeardEvent } from './audience.ts'
import { serveFeed } from './serve-feed.ts'

/** Reads and sign-ins are for the audit log; nobody's screen changes by them. */
const silent = new Set([
  'resident.read',
  'conversation.read',
  'case.read',
  'officer.signed_in',
  'officer.signed_out',
  'file.stored',
])

/** The two live streams. `check` says whether a session is still good; asked every few seconds. */
export function liveRoutes(
  app: App,
  context: Context,
  check: Record<'officer' | 'resident', (request: FastifyRequest) => Promise<boolean>>,
): void {
  app.get(
    '/api/live',
    {
      config: { access: 'signed_in' },
      schema: {
        tags: ['live'],
        summary: 'What changes at the station, as server-sent events',
        querystring: LiveQuery,
      },
    },
    (request, reply) => {
      const session = officerOf(request)
      return serveFeed(context, request, reply, {
        stationId: session.stationId,
        show: (event) => (mayKnow(session, event) ? shown(event) : null),
        showSignal: ({ name, data, audience }) =>
          data['officerId'] !== session.officerId && concerns(audience, session) ? { name, ...data } : null,
        stillAllowed: () => check.officer(request),
      })
    },
  )

  app.get(
    '/api/resident/live',
    {
      config: { access: 'resident', stationInAddress: true },
      schema: {
        tags: ['live'],
        summary: "What changes in the resident's own matters",
        querystring: ResidentLiveQuery,
      },
    },
    (request, reply) => {
      const session = residentOf(request)
      return serveFeed(context, request, reply, {
        stationId: session.stationId,
        show: (event) =>
          event.contactId === session.contactId && !silent.has(event.name) ? forResident(event) : null,
        stillAllowed: () => check.resident(request),
      })
    },
  )
}

/** What an officer may see she hears of, and what she did herself. Who sees no matters hears of the station and its people. */
function mayKnow(session: OfficerSession, event: HeardEvent): boolean {
  if (silent.has(event.name)) return false
  if (session.scope === 'none') return event.subjectKind === 'officer' || event.subjectKind === 'station'
  return concerns(event.audience, session) || event.actorId === session.officerId
}

function shown(event: FeedEvent): Record<string, unknown> {
  const { name, subjectKind, subjectId, conversationId, contactId, actorId, at } = event
  return { name, subjectKind, subjectId, conversationId, contactId, actorId, at }
}

/** A resident learns that her matter moved, not which officer moved it. */
function forResident(event: FeedEvent): Record<string, unknown> {
  return { ...shown(event), actorId: null }
}
