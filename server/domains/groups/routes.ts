import { Done, IdParams } from '../../../contract/common.ts'
import { ChatGroup, GroupAttendance, GroupPage, GroupQuery, GroupVillage } from '../../../contract/groups.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import type { ApiOf } from '../external-contacts/connection.ts'
import { groupDoorRoutes } from './door-routes.ts'
import { exportAttendance } from './export-attendance.ts'
import { listGroups } from './list-groups.ts'
import { placeGroup } from './place-group.ts'
import { readAttendance } from './read-attendance.ts'
import { showGroup } from './show-group.ts'

const tags = ['groups']
const reads = { access: 'residents.read' as const }

/** The village groups, for officers. */
export function groupRoutes(app: App, context: Context, apiOf: ApiOf): void {
  groupDoorRoutes(app, context, apiOf)
  app.get(
    '/api/chat-groups',
    {
      config: reads,
      schema: { tags, summary: 'The village groups', querystring: GroupQuery, response: { 200: GroupPage } },
    },
    (request) => read(context, request, (tx) => listGroups(tx, officerOf(request), request.query)),
  )
  app.get(
    '/api/chat-groups/:id',
    {
      config: reads,
      schema: { tags, summary: 'A village group', params: IdParams, response: { 200: ChatGroup } },
    },
    (request) =>
      read(context, request, (tx) => showGroup(tx, actorOf(request), officerOf(request), request.params.id)),
  )
  app.post(
    '/api/chat-groups/:id/village',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Confirm of which village a group is, or take it back',
        params: IdParams,
        body: GroupVillage,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        placeGroup(tx, actor, officerOf(request), request.params.id, request.body.villageId),
      ),
  )
  app.get(
    '/api/chat-group-attendance',
    {
      config: reads,
      schema: { tags, summary: 'Who of us is missing from which group', response: { 200: GroupAttendance } },
    },
    (request) => read(context, request, (tx) => readAttendance(tx, officerOf(request))),
  )
  app.post(
    '/api/chat-group-attendance/exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'Who of us is missing from which group, as CSV' },
    },
    async (request, reply) => {
      const csv = await read(context, request, (tx) =>
        exportAttendance(tx, actorOf(request), officerOf(request)),
      )
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="groups.csv"')
        .header('cache-control', 'no-store')
        .send(csv)
    },
  )
}
