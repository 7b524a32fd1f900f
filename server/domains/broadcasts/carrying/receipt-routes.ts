import {
  BroadcastReceipts,
  BroadcastReplies,
  ConversationBroadcasts,
  ReminderParams,
  TargetPage,
  TargetQuery,
} from '../../../../contract/broadcast-receipts.ts'
import { Done, IdParams } from '../../../../contract/common.ts'
import { ResidentNotices } from '../../../../contract/resident-notices.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import { officerOf, residentOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { mediaTypes } from '../../../platform/sheets/media-types.ts'
import { type ApiOf, notConnected } from '../../external-contacts/connection.ts'
import { exportReceipts } from './export-receipts.ts'
import { listBroadcastsOfConversation } from './list-for-conversation.ts'
import { listNotices } from './list-notices.ts'
import { listReplies } from './list-replies.ts'
import { listTargets } from './list-targets.ts'
import { readReceipts } from './read-receipts.ts'
import { findTask, noteReminder, remindOfficer } from './remind-officer.ts'

const tags = ['broadcasts']
const reads = { access: 'broadcasts.read' as const }
const writes = { access: 'broadcasts.write' as const }

/** What became of a broadcast, and what is done while it is on its way. */
export function receiptRoutes(app: App, context: Context, apiOf: ApiOf): void {
  app.get(
    '/api/broadcasts/:id/receipts',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Who was asked, who confirmed, whom it reached: three numbers, never mixed',
        params: IdParams,
        response: { 200: BroadcastReceipts },
      },
    },
    async (request) => {
      const session = officerOf(request)
      const connected = (await apiOf(session.stationId)) !== null
      return read(context, request, async (tx) => ({
        ...(await readReceipts(tx, session, request.params.id)),
        connected,
      }))
    },
  )
  app.post(
    '/api/broadcasts/:id/receipt-exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: {
        tags,
        summary: 'The three receipts as a workbook, without residents’ names',
        params: IdParams,
      },
    },
    async (request, reply) => {
      const file = await read(context, request, (tx) =>
        exportReceipts(tx, actorOf(request), officerOf(request), request.params.id, new Date()),
      )
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', 'attachment; filename="receipts.xlsx"')
        .header('cache-control', 'no-store')
        .send(file)
    },
  )
  app.get(
    '/api/broadcasts/:id/targets',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Whom it reached, or not and why, by name',
        params: IdParams,
        querystring: TargetQuery,
        response: { 200: TargetPage },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listTargets(tx, actorOf(request), officerOf(request), request.params.id, request.query),
      ),
  )
  app.get(
    '/api/broadcasts/:id/replies',
    {
      config: reads,
      schema: {
        tags,
        summary: 'What came back to it',
        params: IdParams,
        response: { 200: BroadcastReplies },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listReplies(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/broadcasts/:id/tasks/:taskId/reminders',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Ring again at the officer who has not confirmed',
        params: ReminderParams,
        response: { 200: Done },
      },
    },
    async (request) => {
      const session = officerOf(request)
      const { id, taskId } = request.params
      // 404 before anything is said of the connection.
      await read(context, request, (tx) => findTask(tx, session, id, taskId))
      const api = await apiOf(session.stationId)
      if (!api) throw new AppError('unavailable', notConnected)
      const noted = await write(context, request, (tx) => noteReminder(tx, session, id, taskId))
      return remindOfficer(context.pool, api, session.stationId, actorOf(request), noted)
    },
  )
  app.get(
    '/api/conversations/:id/broadcasts',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'Which broadcasts this matter answers to',
        params: IdParams,
        response: { 200: ConversationBroadcasts },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listBroadcastsOfConversation(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.get(
    '/api/resident/notices',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'What the station tells this village now',
        response: { 200: ResidentNotices },
      },
    },
    (request) => read(context, request, (tx) => listNotices(tx, residentOf(request).contactId)),
  )
}
