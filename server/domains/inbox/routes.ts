import { Type } from 'typebox'
import { Capture } from '../../../contract/capture.ts'
import { Done, Id, IdParams, Moment } from '../../../contract/common.ts'
import {
  Conversation,
  ConversationPage,
  ConversationQuery,
  DraftBody,
  InboxCounts,
  MessagePage,
  NoteBody,
  Receipt,
  Reply,
} from '../../../contract/inbox.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { captureMessage } from './capture-message.ts'
import { countInbox } from './count-inbox.ts'
import { listConversations } from './list-conversations.ts'
import { readMessages } from './read-messages.ts'
import { recordLook } from './record-look.ts'
import { replyToResident } from './reply-to-resident.ts'
import { saveDraft } from './save-draft.ts'
import { showConversation } from './show-conversation.ts'
import { withTranscripts } from './transcripts/list-transcripts.ts'
import { conversationAudiences } from './views.ts'
import { lockConversation, lockVisibleConversation } from './visibility.ts'
import { writeNote } from './write-note.ts'

const tags = ['inbox']
const MessageId = Type.Object({ messageId: Id })

/** The officers' inbox over all channels. */
export function inboxRoutes(app: App, context: Context): void {
  app.get(
    '/api/conversations',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'A queue of the inbox',
        querystring: ConversationQuery,
        response: { 200: ConversationPage },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const page = await listConversations(tx, officerOf(request), request.query)
        await recordListed(
          tx,
          actorOf(request),
          'conversation.listed',
          page.items.map(({ id }) => id),
          { of: request.query.queue },
        )
        return page
      }),
  )

  app.get(
    '/api/conversation-counts',
    {
      config: { access: 'conversations.read' },
      schema: { tags, summary: 'How many stand in each queue', response: { 200: InboxCounts } },
    },
    (request) => read(context, request, (tx) => countInbox(tx, officerOf(request))),
  )

  app.get(
    '/api/conversations/:id',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'One conversation; the look is recorded',
        params: IdParams,
        response: { 200: Conversation },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        showConversation(tx, actorOf(request), officerOf(request), request.params.id, {
          refresh: request.headers['x-background'] === 'yes',
        }),
      ),
  )

  app.get(
    '/api/conversations/:id/messages',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'Older messages; the look is recorded',
        params: IdParams,
        querystring: Type.Object({ before: Id }),
        response: { 200: MessagePage },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const found = await lockVisibleConversation(tx, officerOf(request), request.params.id)
        await recordLook(tx, actorOf(request), found, { older: true })
        return withTranscripts(
          tx,
          await readMessages(tx, request.params.id, { notes: true, before: request.query.before }),
        )
      }),
  )

  app.post(
    '/api/conversations/:id/messages',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Answer the resident',
        params: IdParams,
        body: Reply,
        response: { 201: MessageId },
      },
    },
    async (request, reply) => {
      const sent = await write(context, request, (tx, actor) =>
        replyToResident(tx, actor, officerOf(request), request.params.id, request.body),
      )
      reply.status(201)
      return sent
    },
  )

  app.post(
    '/api/conversations/:id/notes',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Write an internal note',
        params: IdParams,
        body: NoteBody,
        response: { 201: MessageId },
      },
    },
    async (request, reply) => {
      const note = await write(context, request, (tx, actor) =>
        writeNote(tx, actor, officerOf(request), request.params.id, request.body),
      )
      reply.status(201)
      return note
    },
  )

  app.put(
    '/api/conversations/:id/draft',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Keep what is typed',
        params: IdParams,
        body: DraftBody,
        response: { 200: Type.Object({ savedAt: Moment }) },
      },
    },
    async (request) => {
      const { savedAt } = await read(context, request, (tx) =>
        saveDraft(tx, officerOf(request), request.params.id, request.body),
      )
      return { savedAt: savedAt.toISOString() }
    },
  )

  app.post(
    '/api/conversations/:id/typing',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Tell colleagues that I am writing',
        params: IdParams,
        response: { 202: Done },
      },
    },
    async (request, reply) => {
      const session = officerOf(request)
      const { id } = request.params
      const audience = await read(context, request, async (tx) => {
        await lockConversation(tx, session, id)
        return (await conversationAudiences(tx, [id])).get(id)!
      })
      context.live.signal({
        stationId: session.stationId,
        name: 'typing',
        data: { conversationId: id, officerId: session.officerId, officerName: session.name },
        audience,
      })
      reply.status(202)
      return { done: true as const }
    },
  )

  app.post(
    '/api/captures',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Write down what was said elsewhere',
        body: Capture,
        response: { 201: Receipt },
      },
    },
    async (request, reply) => {
      reply.status(201)
      return captureMessage(context, officerOf(request), request.body, request.id)
    },
  )
}
