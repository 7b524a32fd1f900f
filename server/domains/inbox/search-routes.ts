import { Type } from 'typebox'
import { Done, Id, IdParams, PageOf } from '../../../contract/common.ts'
import { Explanation } from '../../../contract/explanation.ts'
import { MentionItem, MessageHit, SearchQuery } from '../../../contract/inbox-search.ts'
import { Sendings, SendingsQuery } from '../../../contract/script-sendings.ts'
import { Unscripted, UnscriptedQuery } from '../../../contract/script-use.ts'
import { FilledScriptPage, ScriptSuggestion, SendableQuery } from '../../../contract/sendable-scripts.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { limitOfficers, searchesAMinute } from '../../platform/http/limit-officers.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { explainConversation } from './explain-conversation.ts'
import { listSendable } from './list-sendable.ts'
import { listSendings } from './list-sendings.ts'
import { listUnscripted } from './list-unscripted.ts'
import { listMentions, seeMention } from './mentions.ts'
import { searchMessages } from './search-messages.ts'
import { suggestForConversation } from './suggest-for-conversation.ts'

const tags = ['inbox']

/** What is looked up while one works in the inbox: words, mentions, scripts. */
export function inboxSearchRoutes(app: App, context: Context): void {
  const limit = limitOfficers(app, context, searchesAMinute)
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
    async (request) => {
      await limit(request)
      return read(context, request, (tx) =>
        searchMessages(tx, actorOf(request), officerOf(request), request.query),
      )
    },
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

  app.get(
    '/api/conversations/:id/script-suggestions',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'The three scripts that fit best',
        params: IdParams,
        response: { 200: Type.Array(ScriptSuggestion) },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        suggestForConversation(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )

  app.get(
    '/api/scripts/:id/sendings',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'Where versions of a script went',
        params: IdParams,
        querystring: SendingsQuery,
        response: { 200: Sendings },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listSendings(tx, actorOf(request), officerOf(request), request.params.id, request.query),
      ),
  )

  app.get(
    '/api/unscripted',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'What was answered without a script, alike beside alike',
        querystring: UnscriptedQuery,
        response: { 200: Unscripted },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listUnscripted(tx, actorOf(request), officerOf(request), request.query.days ?? 30),
      ),
  )

  app.get(
    '/api/conversations/:id/explanation',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'Why it was read so, and why these scripts are offered',
        params: IdParams,
        response: { 200: Explanation },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        explainConversation(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )

  app.get(
    '/api/conversations/:id/scripts',
    {
      config: { access: 'scripts.read' },
      schema: {
        tags,
        summary: 'The library as it may be sent here, filled',
        params: IdParams,
        querystring: SendableQuery,
        response: { 200: FilledScriptPage },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listSendable(tx, actorOf(request), officerOf(request), request.params.id, request.query),
      ),
  )
}
