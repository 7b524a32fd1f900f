import type { FastifyRequest } from 'fastify'
import { LiveQuery, ResidentLiveQuery } from '../../../contract/live.ts'
import type { OfficerSession } from '../auth/session.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import type { FeedEvent } from '../events/read-feed.ts'
import { officerOf, residentOf } from '../http/access.ts'
import type { App } from '../http/create-http.ts'
import { concerns, type HeardEvent } from './audience.ts'
import { serveFeed } from './serve-feed.ts'
import { isTold } from './told-events.ts'

/** A phone and a tablet with a few pages each; more is no person. */
const streamsOfResident = 6

/** The two live streams. `check` says whether a session is still good, and as whose; asked every few seconds. */
export function liveRoutes(
  app: App,
  context: Context,
  check: {
    officer: (request: FastifyRequest) => Promise<OfficerSession | null>
    resident: (request: FastifyRequest) => Promise<boolean>
  },
): void {
  const open = new Map<string, number>()

  app.get(
    '/api/live',
    {
      config: { access: 'signed_in', stream: true },
      schema: {
        tags: ['live'],
        summary: 'What changes at the station, as server-sent events',
        querystring: LiveQuery,
      },
    },
    (request, reply) => {
      // Her role and villages may change while the stream is open; what she may know changes with them.
      let session = officerOf(request)
      return serveFeed(context, request, reply, {
        stationId: session.stationId,
        show: (event) => (mayKnow(session, event) ? shown(event) : null),
        showSignal: ({ name, data, audience }) =>
          data['officerId'] !== session.officerId && concerns(audience, session) ? { name, ...data } : null,
        stillAllowed: async () => {
          const fresh = await check.officer(request)
          if (fresh) session = fresh
          return fresh !== null
        },
      })
    },
  )

  app.get(
    '/api/resident/live',
    {
      config: { access: 'resident', stationInAddress: true, stream: true },
      schema: {
        tags: ['live'],
        summary: "What changes in the resident's own matters",
        querystring: ResidentLiveQuery,
      },
    },
    (request, reply) => {
      const session = residentOf(request)
      const streams = open.get(session.contactId) ?? 0
      if (streams >= streamsOfResident)
        throw new AppError('too_many', '打开的页面太多了，请关掉几个再看。急事拨打110。')
      open.set(session.contactId, streams + 1)
      reply.raw.once('close', () => {
        const left = open.get(session.contactId)! - 1
        if (left > 0) open.set(session.contactId, left)
        else open.delete(session.contactId)
      })
      return serveFeed(context, request, reply, {
        stationId: session.stationId,
        show: (event) =>
          event.contactId === session.contactId && isTold[event.name] ? forResident(event) : null,
        stillAllowed: () => check.resident(request),
      })
    },
  )
}

/** What an officer may see she hears of, and what she did herself. Who sees no matters hears of the station and its people. */
function mayKnow(session: OfficerSession, event: HeardEvent): boolean {
  if (!isTold[event.name]) return false
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
