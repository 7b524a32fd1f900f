import { Type } from 'typebox'
import { AuditPage, AuditQuery, CheckpointPage } from '../../../contract/audit.ts'
import { PageQuery } from '../../../contract/common.ts'
import { listCheckpoints, listEvents } from '../../platform/audit/list-events.ts'
import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { officerNames } from './views.ts'

const tags = ['audit']

export function auditRoutes(app: App, context: Context): void {
  app.get(
    '/api/audit/events',
    {
      config: { access: 'audit.read' },
      schema: {
        tags,
        summary: 'Who did and read what, newest first; reading this is itself an entry',
        querystring: AuditQuery,
        response: { 200: AuditPage },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const { after: _, limit: __, ...filters } = request.query
        const page = await listEvents(tx, request.query)
        const names = await officerNames(
          tx,
          page.items.flatMap(({ actorKind, actorId }) =>
            actorKind === 'officer' && actorId ? [actorId] : [],
          ),
        )
        const { contactId, officerId } = filters
        await writeEvents(tx, actorOf(request), [
          {
            name: 'audit.read',
            subject: { kind: 'audit', id: contactId ?? officerId ?? tx.stationId },
            contactId: contactId ?? null,
            data: filters,
          },
        ])
        return {
          ...page,
          items: page.items.map((event) => ({
            ...event,
            officerName: names.get(event.actorId ?? '') ?? null,
          })),
        }
      }),
  )

  app.get(
    '/api/audit/checkpoints',
    {
      config: { access: 'audit.read' },
      schema: {
        tags,
        summary: 'Signed checkpoints of the log, newest first',
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: CheckpointPage },
      },
    },
    (request) => read(context, request, (tx) => listCheckpoints(tx, request.query)),
  )
}
