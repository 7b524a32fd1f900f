import { Type } from 'typebox'
import { Done, Id, PageOf } from '../../../contract/common.ts'
import { MentionItem } from '../../../contract/inbox.ts'
import { MessageHit, SearchQuery } from '../../../contract/inbox-search.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read } from '../../platform/http/write.ts'
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
    (request) => read(context, request, (tx) => searchMessages(tx, officerOf(request), request.query)),
  )

  app.get(
    '/api/mentions',
    {
      config: { access: 'conversations.read' },
      schema: { tags, summary: 'Notes that name me', response: { 200: Type.Array(MentionItem) } },
    },
    (request) => read(context, request, (tx) => listMentions(tx, officerOf(request).officerId)),
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
