import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import {
  AssignmentBody,
  ClosureBody,
  CorrectionBody,
  ReopeningBody,
} from '../../../contract/inbox-handling.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { write } from '../../platform/http/write.ts'
import { assignConversation } from './assign-conversation.ts'
import { closeConversation } from './close-conversation.ts'
import { correctTriage } from './correct-triage.ts'
import { finishPhoneTask } from './finish-phone-task.ts'
import { reopenByOfficer } from './reopen-by-officer.ts'

const tags = ['inbox']

/** What an officer decides about a conversation: who holds it, what it is, that it is done, that it is not. */
export function inboxHandlingRoutes(app: App, context: Context): void {
  app.post(
    '/api/conversations/:id/assignment',
    {
      config: { access: 'conversations.assign' },
      schema: {
        tags,
        summary: 'Take it, hand it over, put it back',
        params: IdParams,
        body: AssignmentBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        assignConversation(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.post(
    '/api/conversations/:id/triage-corrections',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: "Correct the machine's reading",
        params: IdParams,
        body: CorrectionBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        correctTriage(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.post(
    '/api/conversations/:id/closure',
    {
      config: { access: 'conversations.close' },
      schema: {
        tags,
        summary: 'Close it and say how it ended',
        params: IdParams,
        body: ClosureBody,
        response: { 201: Type.Object({ closureId: Id }) },
      },
    },
    async (request, reply) => {
      const closed = await write(context, request, (tx, actor) =>
        closeConversation(tx, actor, officerOf(request), request.params.id, request.body),
      )
      reply.status(201)
      return closed
    },
  )

  app.post(
    '/api/conversations/:id/reopening',
    {
      config: { access: 'conversations.close' },
      schema: {
        tags,
        summary: 'Open it again',
        params: IdParams,
        body: ReopeningBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        reopenByOfficer(tx, actor, officerOf(request), request.params.id, request.body.reason),
      ),
  )

  app.post(
    '/api/conversations/:id/phone-tasks/:taskId/done',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'The resident was phoned',
        params: Type.Object({ id: Id, taskId: Id }),
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        finishPhoneTask(tx, actor, officerOf(request), request.params.id, request.params.taskId),
      ),
  )
}
