import { timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { Me } from '../../../../contract/officers.ts'
import {
  StationCodeParams,
  WecomCode,
  WecomPlaces,
  WecomReturnQuery,
  WecomSignInQuery,
} from '../../../../contract/wecom-sign-in.ts'
import { newToken } from '../../../platform/auth/accounts.ts'
import type { Context } from '../../../platform/context.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../../officers/create-auth.ts'
import type { Device } from '../../officers/sign-in/device.ts'
import { endSession } from '../../officers/sign-in/end-session.ts'
import { openSession } from '../../officers/sign-in/open-session.ts'
import { readMe } from '../../officers/sign-in/read-me.ts'
import { giveCode } from '../../officers/wecom/give-code.ts'
import { originOf } from '../../residents/origin.ts'
import { signInChannel } from './channel-of-code.ts'
import { finishBinding } from './finish-binding.ts'
import { enterByCode } from './finish-journey.ts'
import { listPlaces } from './list-places.ts'
import { doorPath, ownPath, pathWith } from './own-path.ts'
import { signInAddress } from './sign-in-address.ts'
import { signInCookies } from './sign-in-cookies.ts'

const tags = ['session']
/** Every return costs a call at WeCom. */
export const journeyLimit = { max: 30, timeWindow: 60_000 }

export function deviceOf(auth: Auth, request: FastifyRequest): Device {
  const name = String(request.headers['user-agent'] ?? '').slice(0, 200)
  return { address: request.ip, name, oldToken: auth.cookie.read(request), requestId: request.id }
}

/** Where WeCom sends the browser back to. */
export const returnAddress = (context: Pick<Context, 'config'>, request: FastifyRequest, code: string) =>
  `${originOf(context, request)}/api/wecom/${code}/signed-in`

/** Sign-in of officers by WeCom: out to it, back from it, and the one-time code of those who use one. */
export function wecomSignInRoutes(app: App, context: Context, auth: Auth): void {
  const cookies = signInCookies(context, auth)
  const config = { access: 'public' as const, rateLimit: journeyLimit }

  app.get(
    '/api/wecom/places',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Where officers can sign in by WeCom', response: { 200: WecomPlaces } },
    },
    async () => ({ items: await listPlaces(context) }),
  )

  app.get(
    '/api/wecom/:stationCode/sign-in',
    {
      config,
      schema: {
        tags,
        summary: 'Off to WeCom to sign in',
        params: StationCodeParams,
        querystring: WecomSignInQuery,
      },
    },
    async (request, reply) => {
      const { stationCode } = request.params
      const to = ownPath(request.query.to)
      const channel = await signInChannel(context, stationCode)
      if (!channel) return reply.redirect(doorPath(to, { wecom: 'unavailable' }))
      const state = newToken()
      cookies.journey.write(reply, { state, stationCode, to })
      const userAgent = String(request.headers['user-agent'] ?? '')
      const redirectUri = returnAddress(context, request, stationCode)
      return reply.redirect(signInAddress(channel, { userAgent, redirectUri, state }))
    },
  )

  app.get(
    '/api/wecom/:stationCode/signed-in',
    {
      config,
      schema: {
        tags,
        summary: 'Back from WeCom with a code',
        params: StationCodeParams,
        querystring: WecomReturnQuery,
      },
    },
    async (request, reply) => {
      const { stationCode } = request.params
      const journey = cookies.journey.read(request)
      cookies.journey.clear(reply)
      const mine = journey?.stationCode === stationCode && isSame(journey.state, request.query.state ?? '')
      // Before the code is looked at: one that was slipped to this browser must not be used up for it either.
      if (!journey || !mine) return reply.redirect(doorPath('/workbench/', { wecom: 'foreign_state' }))
      const { to } = journey
      const channel = await signInChannel(context, stationCode)
      if (!channel) return reply.redirect(doorPath(to, { wecom: 'unavailable' }))
      const { code } = request.query
      const device = deviceOf(auth, request)
      if (journey.sessionId) {
        const session = await auth.authenticateOfficer(request)
        const said =
          session?.sessionId === journey.sessionId
            ? await finishBinding(context, channel, session, code, request.id)
            : 'foreign_state'
        return reply.redirect(pathWith(to, { wecom: said }))
      }
      const entrance = await enterByCode(context, channel, code, device)
      if ('refusal' in entrance) return reply.redirect(doorPath(to, { wecom: entrance.refusal }))
      if (entrance.pending) {
        cookies.waiting.write(reply, { token: entrance.token })
        return reply.redirect(doorPath(to, { wecom: 'code' }))
      }
      if (device.oldToken) await endSession(context.pool, auth, device.oldToken, request.id)
      auth.cookie.write(reply, entrance.token)
      return reply.redirect(to)
    },
  )

  app.post(
    '/api/session/wecom-code',
    {
      config,
      schema: {
        tags,
        summary: 'The one-time code after a sign-in by WeCom',
        body: WecomCode,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const waiting = cookies.waiting.read(request)
      const device = deviceOf(auth, request)
      const token = await giveCode(context.pool, auth, waiting?.token ?? null, request.body.code, device)
      cookies.waiting.clear(reply)
      if (device.oldToken) await endSession(context.pool, auth, device.oldToken, request.id)
      auth.cookie.write(reply, token)
      const session = (await openSession(context.pool, token, false))!
      return inStation(context.pool, session.stationId, (tx) => readMe(tx, session))
    },
  )
}

export function isSame(expected: string, given: string): boolean {
  const [a, b] = [Buffer.from(expected), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
