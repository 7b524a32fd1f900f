import { Type } from 'typebox'
import { Id, IdParams } from '../../../contract/common.ts'
import { MessagePage, Receipt } from '../../../contract/inbox.ts'
import {
  FirstLook,
  FirstLookQuery,
  RatingBody,
  ResidentConversation,
  ResidentConversationItem,
  ResidentMessage,
} from '../../../contract/resident-inbox.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { whoAsks } from '../../platform/http/limit-persons.ts'
import { read, write } from '../../platform/http/write.ts'
import { createMessageDoor } from './admit-message.ts'
import { checkResidentFiles } from './check-files.ts'
import { lookFirst } from './look-first.ts'
import { rateConversation } from './rate-conversation.ts'
import { readOwn } from './read-own.ts'
import { receiveMessage } from './receive-message.ts'
import { listOwnConversations, readOwnMessages, showOwnConversation } from './resident-views.ts'

const tags = ['inbox (resident)']

/** What a resident's phone may ask of the inbox: her own matters. */
export function residentInboxRoutes(app: App, context: Context): void {
  const admit = createMessageDoor(app, context)
  app.get(
    '/api/public/first-looks',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Whether what is looked for is a danger or the matter of another office',
        querystring: FirstLookQuery,
        response: { 200: FirstLook },
      },
    },
    async (request) => lookFirst(request.query.text),
  )
  app.post(
    '/api/resident/messages',
    {
      // A count of its own, and only of her: an emergency must not be refused because she or the village's phones looked
      // at many pages, nor because somebody behind the same address wrote nonsense.
      config: {
        access: 'resident',
        rateLimit: {
          ...{ max: context.config.requestsPerMinute, timeWindow: 60_000 },
          ...{ hook: 'preHandler', keyGenerator: whoAsks },
        },
      },
      // A receipt is smaller than what it would be packed in.
      compress: false,
      schema: {
        tags,
        summary: 'Ask, or write on in a matter',
        body: ResidentMessage,
        response: { 201: Receipt },
      },
    },
    async (request, reply) => {
      const { stationId, contactId } = residentOf(request)
      const { body } = request
      const fileIds = body.fileIds ?? []
      const kinds =
        fileIds.length > 0
          ? await read(context, request, (tx) => checkResidentFiles(tx, contactId, fileIds))
          : []
      await admit(request, stationId, body, kinds.includes('voice'))
      const stored = await receiveMessage(context, {
        stationId,
        contact: {
          id: contactId,
          channel: 'web',
          name: body.name ?? '',
          phone: body.phone ?? '',
          villageId: body.villageId ?? null,
        },
        ...(body.conversationId ? { conversationId: body.conversationId } : {}),
        clientKey: body.clientKey,
        body: body.body,
        fileIds,
        hasVoice: kinds.includes('voice'),
        sentAt: new Date(),
        actor: { kind: 'resident', id: contactId },
        requestId: request.id,
      })
      reply.status(201)
      const { conversationId, messageId, number, receivedAt, emergency } = stored
      return { conversationId, messageId, number, receivedAt: receivedAt.toISOString(), emergency }
    },
  )

  app.get(
    '/api/resident/conversations',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'All my matters', response: { 200: Type.Array(ResidentConversationItem) } },
    },
    (request) => readOwn(context, request, listOwnConversations),
  )

  app.get(
    '/api/resident/conversations/:id',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'One matter of mine',
        params: IdParams,
        response: { 200: ResidentConversation },
      },
    },
    (request) =>
      readOwn(context, request, (tx, contactId) => showOwnConversation(tx, contactId, request.params.id)),
  )

  app.get(
    '/api/resident/conversations/:id/messages',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Older messages of a matter of mine',
        params: IdParams,
        querystring: Type.Object({ before: Id }),
        response: { 200: MessagePage },
      },
    },
    (request) =>
      readOwn(context, request, (tx, contactId) =>
        readOwnMessages(tx, contactId, request.params.id, request.query.before),
      ),
  )

  app.post(
    '/api/resident/conversations/:id/rating',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Say whether it helped; an objection opens it again',
        params: IdParams,
        body: RatingBody,
        response: { 200: Type.Object({ reopened: Type.Boolean() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        rateConversation(tx, actor, residentOf(request).contactId, request.params.id, request.body),
      ),
  )
}
