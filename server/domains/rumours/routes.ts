import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import {
  GroupAnswer,
  GroupRumours,
  NewRumour,
  NewRumourConversation,
  NewRumourGroup,
  ReplyVersion,
  RumourConversationParams,
  RumourDetail,
  RumourFigures,
  RumourGroupParams,
  RumourPage,
  RumourQuery,
} from '../../../contract/rumours.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { listForGroup } from './list-for-group.ts'
import { listRumours } from './list-rumours.ts'
import { markGroupAnswered } from './mark-group-answered.ts'
import { markGroupAsking } from './mark-group-asking.ts'
import { readFigures } from './read-figures.ts'
import { recordRumour } from './record-rumour.ts'
import { showRumour } from './show-rumour.ts'
import { takeBackGroup } from './take-back-group.ts'
import { takeReply } from './take-reply.ts'
import { tieConversation } from './tie-conversation.ts'
import { untieConversation } from './untie-conversation.ts'

const tags = ['rumours']
const reads = { access: 'rumours.read' as const }
const writes = { access: 'rumours.write' as const }

/** What an auxiliary does at the rumour desk too: record, and say which groups and matters ask and are answered. */
export function rumourRoutes(app: App, context: Context): void {
  app.get(
    '/api/rumours',
    {
      config: reads,
      schema: {
        tags,
        summary: 'What is told in the villages and how far we are',
        querystring: RumourQuery,
        response: { 200: RumourPage },
      },
    },
    (request) => read(context, request, (tx) => listRumours(tx, officerOf(request), request.query)),
  )
  app.get(
    '/api/rumour-figures',
    {
      config: reads,
      schema: { tags, summary: 'Who waits, and how quick', response: { 200: RumourFigures } },
    },
    (request) => read(context, request, (tx) => readFigures(tx, officerOf(request))),
  )
  app.get(
    '/api/rumours/:id',
    {
      config: reads,
      schema: {
        tags,
        summary: 'One with evidence, replies and who asks',
        params: IdParams,
        response: { 200: RumourDetail },
      },
    },
    (request) =>
      read(context, request, (tx) => showRumour(tx, actorOf(request), officerOf(request), request.params.id)),
  )
  app.get(
    '/api/chat-groups/:id/rumours',
    {
      config: reads,
      schema: {
        tags,
        summary: 'What may be said in this group, and what it still needs',
        params: IdParams,
        response: { 200: GroupRumours },
      },
    },
    (request) => read(context, request, (tx) => listForGroup(tx, officerOf(request), request.params.id)),
  )
  app.post(
    '/api/rumours',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Record what is told, and nobody who said it',
        body: NewRumour,
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => recordRumour(tx, actor, officerOf(request), request.body)),
  )
  app.post(
    '/api/rumours/:id/groups',
    {
      config: writes,
      schema: {
        tags,
        summary: 'It is asked in this group',
        params: IdParams,
        body: NewRumourGroup,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        markGroupAsking(tx, actor, officerOf(request), request.params.id, request.body.groupId),
      ),
  )
  app.delete(
    '/api/rumours/:id/groups/:groupId',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Take the newest mark back',
        params: RumourGroupParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        takeBackGroup(tx, actor, officerOf(request), request.params.id, request.params.groupId),
      ),
  )
  app.post(
    '/api/rumours/:id/groups/:groupId/answers',
    {
      config: writes,
      schema: {
        tags,
        summary: 'The reply was put into this group',
        params: RumourGroupParams,
        body: GroupAnswer,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => {
        const { id, groupId } = request.params
        return markGroupAnswered(tx, actor, officerOf(request), id, groupId, request.body)
      }),
  )
  app.post(
    '/api/rumours/:id/conversations',
    {
      config: writes,
      schema: {
        tags,
        summary: 'It is asked in this matter',
        params: IdParams,
        body: NewRumourConversation,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        tieConversation(tx, actor, officerOf(request), request.params.id, request.body.conversationId),
      ),
  )
  app.delete(
    '/api/rumours/:id/conversations/:conversationId',
    {
      config: writes,
      schema: {
        tags,
        summary: 'This matter asks something else',
        params: RumourConversationParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        untieConversation(tx, actor, officerOf(request), request.params.id, request.params.conversationId),
      ),
  )
  app.post(
    '/api/rumours/:id/conversations/:conversationId/replies',
    {
      config: writes,
      schema: {
        tags,
        summary: 'The reply was put into an answer of this matter',
        params: RumourConversationParams,
        body: ReplyVersion,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => {
        const { id, conversationId } = request.params
        return takeReply(tx, actor, officerOf(request), id, conversationId, request.body.version)
      }),
  )
}
