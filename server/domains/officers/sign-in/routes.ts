import type { FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Done, IdParams, Moment } from '../../../../contract/common.ts'
import { Me, OwnSessionList, PasswordChange, SignIn, StepUp } from '../../../../contract/officers.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import { inStation } from '../../../platform/tenancy.ts'
import type { Auth } from '../create-auth.ts'
import { changePassword } from './change-password.ts'
import { findHolder } from './confirm-identity.ts'
import { endSession } from './end-session.ts'
import { openSession } from './open-session.ts'
import { endOwnSession, listOwnSessions } from './own-sessions.ts'
import { readMe } from './read-me.ts'
import { signIn } from './sign-in.ts'
import { stepUp } from './step-up.ts'

const tags = ['session']
/** Tries a minute from one address, whatever name; narrower waits by name are counted in attempts.ts. */
export const tryLimit = { max: 30, timeWindow: 60_000 }

/** The account and token behind a guarded request. */
export function holderOf(context: Context, auth: Auth, request: FastifyRequest) {
  return findHolder(context.pool, officerOf(request), {
    token: auth.cookie.read(request),
    address: request.ip,
    requestId: request.id,
  })
}

/** Puts a new token into the browser and answers who holds it. */
async function answerMe(context: Context, auth: Auth, reply: FastifyReply, token: string) {
  const session = await openSession(context.pool, token, false)
  if (!session) throw new AppError('unauthenticated', '请先登录。')
  auth.cookie.write(reply, token)
  return inStation(context.pool, session.stationId, (tx) => readMe(tx, session))
}

export function signInRoutes(app: App, context: Context, auth: Auth): void {
  const { pool } = context

  app.post(
    '/api/session',
    {
      config: { access: 'public', rateLimit: tryLimit },
      schema: { tags, summary: 'Sign in', body: SignIn, response: { 200: Me } },
    },
    async (request, reply) => {
      const oldToken = auth.cookie.read(request)
      const name = String(request.headers['user-agent'] ?? '').slice(0, 200)
      const device = { address: request.ip, name, oldToken, requestId: request.id }
      const token = await signIn(pool, auth, request.body, device)
      if (oldToken) await endSession(pool, auth, oldToken, request.id)
      return answerMe(context, auth, reply, token)
    },
  )

  app.delete(
    '/api/session',
    { config: { access: 'public' }, schema: { tags, summary: 'Sign out', response: { 200: Done } } },
    async (request, reply) => {
      const token = auth.cookie.read(request)
      if (token) await endSession(pool, auth, token, request.id)
      auth.cookie.clear(reply)
      return { done: true as const }
    },
  )

  app.get(
    '/api/session',
    {
      config: { access: 'signed_in', whilePasswordDue: true },
      schema: { tags, summary: 'Who is signed in, and what she may do', response: { 200: Me } },
    },
    (request) => read(context, request, (tx) => readMe(tx, officerOf(request))),
  )

  app.post(
    '/api/session/step-up',
    {
      config: { access: 'signed_in', rateLimit: tryLimit },
      schema: {
        tags,
        summary: 'Confirm the password again, for ten minutes',
        body: StepUp,
        response: { 200: Type.Object({ steppedUpUntil: Moment }) },
      },
    },
    async (request) => {
      const holder = await holderOf(context, auth, request)
      return { steppedUpUntil: await stepUp(pool, auth, holder, request.body) }
    },
  )

  app.post(
    '/api/session/password',
    {
      config: { access: 'signed_in', whilePasswordDue: true, rateLimit: tryLimit },
      schema: {
        tags,
        summary: 'Change the own password; every other session of the account ends',
        body: PasswordChange,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const holder = await holderOf(context, auth, request)
      return answerMe(context, auth, reply, await changePassword(pool, auth, holder, request.body))
    },
  )

  app.get(
    '/api/sessions',
    {
      config: { access: 'signed_in' },
      schema: { tags, summary: 'Where I am signed in', response: { 200: OwnSessionList } },
    },
    async (request) => ({
      items: await read(context, request, (tx) => listOwnSessions(tx, officerOf(request))),
    }),
  )

  app.delete(
    '/api/sessions/:id',
    {
      config: { access: 'signed_in' },
      schema: { tags, summary: 'End one of my sessions', params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      const session = officerOf(request)
      await write(context, request, (tx, actor) => endOwnSession(tx, actor, session, request.params.id))
      auth.cache.forgetSession(request.params.id)
      return { done: true as const }
    },
  )
}
