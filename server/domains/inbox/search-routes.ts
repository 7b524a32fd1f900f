import { Type } from 'typebox'
import { Done, Id, PageOf } from '../../../contract/common.ts'
import { MentionItem, MessageHit, SearchQuery } from '../../../contract/inbox.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { listMentions, seeMention } from './mentions.ts'
import { searchMessages } from './search-messages.ts'

const tags = ['inbox']

export function inboxSearchRoutes(app: App, context: Context): void {
  app.get(
    '/api/messages',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'Find words in messages',
        querystring: SearchQuery,
        response: { 200: PageOf(MessageHit) },
      },
    },
    (request) =>
      read(context, request, (tx) => searchMessages(tx, actorOf(request), officerOf(request), request.query)),
  )

  app.get(
    '/api/mentions',
    {
      config: { access: 'conversations.read' },
      schema: { tags, summary: 'Notes that name me', response: { 200: Type.Array(MentionItem) } },
    },
    (request) =>
      read(context, request, async (tx) => {
        const mentions = await listMentions(tx, officerOf(request).officerId)
        const ids = mentions.map(({ conversationId }) => conversationId)
        await recordListed(tx, actorOf(request), 'conversation.listed', ids, { of: 'mentions' })
        return mentions
      }),
  )

  app.post(
    '/api/mentions/:messageId/seen',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'I have seen it',
        params: Type.Object({ messageId: Id }),
        response: { 200: Done },
      },
    },
    (request) =>
      read(context, request, (tx) => seeMention(tx, officerOf(request).officerId, request.params.messageId)),
  )
}
