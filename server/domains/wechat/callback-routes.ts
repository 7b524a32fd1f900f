import type { FastifyInstance, FastifyReply } from 'fastify'
import { Type } from 'typebox'
import { CallbackRefusal } from '../../gateways/wecom/callback-refusal.ts'
import { maxEnvelopeBytes } from '../../gateways/wecom/open-callback.ts'
import { openVerification } from '../../gateways/wecom/open-verification.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { inStation } from '../../platform/tenancy.ts'
import { type Channel, loadChannel } from './channel.ts'
import { noteVerified } from './note-heard.ts'
import { takeCallback } from './take-callback.ts'

const url = '/api/wecom/:stationCode/callback'
const Params = Type.Object({ stationCode: Type.String({ pattern: '^[0-9]{6,12}$' }) })
const tags = ['wechat']

/**
 * The door for WeCom's server. Public: the signature is the ticket, and it is checked before anything else is done.
 * 200 with an empty body only after the commit; 4xx for what is not WeCom's; 5xx or nothing while we cannot store,
 * so that it comes again.
 */
export function wechatCallbackRoutes(app: App, context: Context): void {
  // In a scope of its own: here the body is bytes, whatever the sender calls them.
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    callbackDoor(scope as unknown as App, context)
  })
}

function callbackDoor(app: App, context: Context): void {
  // All callbacks come from a few addresses: the limit for phones would cut off a busy hour.
  const config = { access: 'public' as const, rateLimit: false as const }
  app.get(
    url,
    { config, schema: { tags, summary: 'WeCom checks the callback address', params: Params } },
    async (request, reply) => {
      const channel = await findChannel(context, request.params.stationCode)
      if (!channel) return reply.status(404).send('')
      try {
        const { message, sealedWith } = openVerification(queryOf(request.raw.url), channel.seals)
        const secretId = channel.seals[sealedWith]?.secretId ?? null
        await inStation(context.pool, channel.stationId, (tx) => noteVerified(tx, secretId))
        return reply.type('text/plain').send(message)
      } catch (error) {
        return refuse(app, reply, error)
      }
    },
  )
  app.post(
    url,
    {
      config,
      bodyLimit: maxEnvelopeBytes,
      schema: { tags, summary: 'WeCom tells that there is something to fetch', params: Params },
    },
    async (request, reply) => {
      const channel = await findChannel(context, request.params.stationCode)
      if (!channel) return reply.status(404).send('')
      try {
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
        await takeCallback(context, channel.stationId, channel.seals, queryOf(request.raw.url), body)
        return reply.status(200).send('')
      } catch (error) {
        return refuse(app, reply, error)
      }
    },
  )
}

function refuse(app: App | FastifyInstance, reply: FastifyReply, error: unknown) {
  if (!(error instanceof CallbackRefusal)) throw error
  app.log.warn({ code: error.code }, 'a callback was refused')
  return reply.status(error.code === 'too_large' ? 413 : 400).send('')
}

const queryOf = (address = '') => (address.includes('?') ? address.slice(address.indexOf('?') + 1) : '')

const stationIds = new WeakMap<object, Map<string, string>>()

async function findChannel(
  context: Context,
  code: string,
): Promise<(Channel & { stationId: string }) | null> {
  const known = stationIds.get(context.pool) ?? new Map<string, string>()
  stationIds.set(context.pool, known)
  let stationId = known.get(code)
  if (!stationId) {
    const { rows } = await context.pool.query('select id from stations where code = $1', [code])
    if (!rows[0]) return null
    stationId = String(rows[0].id)
    known.set(code, stationId)
  }
  const channel = await loadChannel(context, stationId)
  return channel && channel.seals.length > 0 ? { ...channel, stationId } : null
}
