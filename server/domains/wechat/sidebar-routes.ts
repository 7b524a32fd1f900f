import {
  ChatParams,
  ExternalUserParams,
  PageSignature,
  SayingRecorded,
  SidebarGroup,
  SidebarPerson,
  SidebarSaying,
  SignatureQuery,
} from '../../../contract/sidebar.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { findGroupOfChat } from '../groups/find-group-of-chat.ts'
import { recordSidebarSaying } from './record-sidebar-saying.ts'
import { showSidebarPerson } from './show-sidebar-person.ts'
import { signPage } from './sign-page.ts'

const tags = ['wechat']

/** What the chat sidebar asks that no other page does. */
export function sidebarRoutes(app: App, context: Context): void {
  app.get(
    '/api/sidebar/signature',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Signatures of our own sidebar for the client',
        querystring: SignatureQuery,
        response: { 200: PageSignature },
      },
    },
    (request) =>
      signPage(context, officerOf(request).stationId, request.query.url, {
        publicUrl: context.config.publicUrl,
        host: request.headers.host,
      }),
  )

  app.get(
    '/api/sidebar/people/:externalUserId',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'Whom the chat at hand is with; the look is recorded',
        params: ExternalUserParams,
        response: { 200: SidebarPerson },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        showSidebarPerson(tx, actorOf(request), officerOf(request), request.params.externalUserId),
      ),
  )

  app.get(
    '/api/sidebar/groups/:chatId',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'Of which village the group at hand is',
        params: ChatParams,
        response: { 200: SidebarGroup },
      },
    },
    (request) =>
      read(context, request, (tx) => findGroupOfChat(tx, officerOf(request), request.params.chatId)),
  )

  app.post(
    '/api/sidebar/sayings',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'An officer said this in the client',
        body: SidebarSaying,
        response: { 200: SayingRecorded },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        recordSidebarSaying(tx, actor, officerOf(request), request.body),
      ),
  )
}
