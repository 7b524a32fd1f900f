import { Done, IdParams } from '../../../contract/common.ts'
import { HandOverBody, Servicers, TakeBackBody } from '../../../contract/wechat.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { listServicers } from '../../gateways/wecom/calls/list-servicers.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read } from '../../platform/http/write.ts'
import { officersOfMembers } from '../officers/wecom/member-views.ts'
import { loadChannel } from './channel.ts'
import { findTalk } from './find-talk.ts'
import { handOver } from './hand-over.ts'
import { inWords } from './refusal-words.ts'
import { takeBack } from './take-back.ts'

const tags = ['wechat']
const config = { access: 'conversations.assign' as const }

/** Who talks to a resident in WeChat: the workbench or a colleague in the WeCom client. */
export function wechatSessionRoutes(app: App, context: Context): void {
  app.get(
    '/api/conversations/:id/servicers',
    {
      config,
      schema: {
        tags,
        summary: 'Colleagues in the WeCom client who can be given the chat',
        params: IdParams,
        response: { 200: Servicers },
      },
    },
    async (request) => {
      const session = officerOf(request)
      const { openKfid } = await read(context, request, (tx) => findTalk(tx, session, request.params.id))
      const api = await apiOf(context, session.stationId)
      const servicers = await inWords(() => listServicers(api, openKfid))
      const named = servicers.filter(({ userId }) => userId !== '')
      const officers = await read(context, request, (tx) =>
        officersOfMembers(
          tx,
          named.map(({ userId }) => userId),
        ),
      )
      return named.map(({ userId, serving }) => {
        const officer = officers.get(userId.toLowerCase())
        return { memberId: userId, name: officer?.confirmed ? officer.name : userId, serving }
      })
    },
  )

  app.post(
    '/api/conversations/:id/hand-over',
    {
      config,
      schema: {
        tags,
        summary: 'Give the chat to a colleague in the WeCom client',
        params: IdParams,
        body: HandOverBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      await read(context, request, (tx) => findTalk(tx, officerOf(request), id))
      const api = await apiOf(context, officerOf(request).stationId)
      return handOver(context, api, request, id, request.body.memberId)
    },
  )

  app.post(
    '/api/conversations/:id/taking-back',
    {
      config,
      schema: {
        tags,
        summary: 'End the chat in the WeCom client: the next words are answered from here',
        params: IdParams,
        body: TakeBackBody,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      const { line } = request.body
      await read(context, request, (tx) => findTalk(tx, officerOf(request), id, line))
      return takeBack(context, await apiOf(context, officerOf(request).stationId), request, id, line)
    },
  )
}

async function apiOf(context: Context, stationId: string): Promise<Api> {
  const channel = await loadChannel(context, stationId)
  if (!channel?.api) throw new AppError('unavailable', '微信通道没有设置好。')
  return channel.api
}
