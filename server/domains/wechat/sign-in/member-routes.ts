import { Done, IdParams } from '../../../../contract/common.ts'
import { MemberChoice, MemberList, MemberProof, OwnMember } from '../../../../contract/wecom-sign-in.ts'
import { newToken } from '../../../platform/auth/accounts.ts'
import type { Context } from '../../../platform/context.ts'
import { conflict } from '../../../platform/errors.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import type { Auth } from '../../officers/create-auth.ts'
import { findStation } from '../../officers/views.ts'
import { bindMember } from '../../officers/wecom/bind-member.ts'
import { confirmMember } from '../../officers/wecom/confirm-member.ts'
import { unbindMember } from '../../officers/wecom/unbind-member.ts'
import { signInChannel } from './channel-of-code.ts'
import { listMembers } from './list-members.ts'
import { journeyLimit, returnAddress } from './routes.ts'
import { showOwnMember } from './show-own-member.ts'
import { signInAddress } from './sign-in-address.ts'
import { signInCookies } from './sign-in-cookies.ts'

const tags = ['officers']

/** Which officer is which member of the corporation: the manager's list, and each officer's own. */
export function wecomMemberRoutes(app: App, context: Context, auth: Auth): void {
  const cookies = signInCookies(context, auth)
  const manage = { access: 'officers.manage' as const }

  app.get(
    '/api/wecom-members',
    {
      config: manage,
      schema: { tags, summary: 'Members of the corporation', response: { 200: MemberList } },
    },
    (request) => listMembers(context, officerOf(request).stationId),
  )

  app.put(
    '/api/officers/:id/wecom-member',
    {
      config: manage,
      schema: {
        tags,
        summary: 'Say which member an officer is; she confirms it herself',
        params: IdParams,
        body: MemberChoice,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      const done = await write(context, request, (tx, actor) =>
        bindMember(tx, actor, id, request.body.userId),
      )
      auth.cache.forgetOfficer(id)
      return done
    },
  )

  app.delete(
    '/api/officers/:id/wecom-member',
    {
      config: manage,
      schema: { tags, summary: 'Unbind an officer’s member', params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      const { id } = request.params
      const done = await write(context, request, (tx, actor) => unbindMember(tx, actor, id))
      auth.cache.forgetOfficer(id)
      return done
    },
  )

  app.get(
    '/api/session/wecom-member',
    {
      config: { access: 'signed_in' },
      schema: { tags, summary: 'Which member I am', response: { 200: OwnMember } },
    },
    async (request) => {
      const { stationId, officerId } = officerOf(request)
      const available = (await signInChannel(context, stationId)) !== null
      return read(context, request, (tx) => showOwnMember(tx, officerId, available))
    },
  )

  // Needs the password: whoever finds a screen left open must not leave a door of her own behind.
  app.post(
    '/api/session/wecom-member',
    {
      config: { access: 'signed_in', stepUp: true, rateLimit: journeyLimit },
      schema: { tags, summary: 'Off to WeCom to show which member I am', response: { 200: MemberProof } },
    },
    async (request, reply) => {
      const { stationId, sessionId } = officerOf(request)
      const station = await findStation(context.pool, stationId)
      const channel = await signInChannel(context, stationId)
      if (!channel || !station) throw conflict('这个所还没有接入企业微信。')
      const state = newToken()
      const { code: stationCode } = station
      cookies.journey.write(reply, { state, stationCode, sessionId, to: '/workbench/settings/account' })
      const userAgent = String(request.headers['user-agent'] ?? '')
      const redirectUri = returnAddress(context, request, stationCode)
      return { url: signInAddress(channel, { userAgent, redirectUri, state }) }
    },
  )

  app.post(
    '/api/session/wecom-member/confirmation',
    {
      config: { access: 'signed_in', stepUp: true },
      schema: {
        tags,
        summary: 'Yes, I am the member a colleague bound',
        body: MemberChoice,
        response: { 200: Done },
      },
    },
    (request) => write(context, request, (tx, actor) => confirmMember(tx, actor, request.body.userId)),
  )

  app.delete(
    '/api/session/wecom-member',
    {
      config: { access: 'signed_in' },
      schema: { tags, summary: 'I am that member no more', response: { 200: Done } },
    },
    async (request) => {
      const done = await write(context, request, (tx, actor) => unbindMember(tx, actor, actor.id!))
      auth.cache.forgetOfficer(officerOf(request).officerId)
      return done
    },
  )
}
