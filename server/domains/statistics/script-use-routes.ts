import { IdParams } from '../../../contract/common.ts'
import {
  ScriptUse,
  ScriptUseExport,
  ScriptUseMatters,
  ScriptUseQuery,
  ScriptUseRowsQuery,
} from '../../../contract/script-use.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { exportScriptUse } from './export-script-use.ts'
import { readScriptUse } from './script-use.ts'
import { listScriptUse } from './script-use-rows.ts'

const tags = ['statistics']

/** What became of the matters in which scripts were sent. */
export function scriptUseRoutes(app: App, context: Context): void {
  app.get(
    '/api/script-use',
    {
      config: { access: 'statistics.read' },
      schema: {
        tags,
        summary: 'How often scripts were sent, and what came of it',
        querystring: ScriptUseQuery,
        response: { 200: ScriptUse },
      },
    },
    (request) =>
      read(context, request, (tx) => readScriptUse(tx, officerOf(request), request.query, new Date())),
  )
  app.get(
    '/api/script-use/:id/rows',
    {
      config: { access: 'statistics.read' },
      schema: {
        tags,
        summary: 'The matters behind one of the numbers',
        params: IdParams,
        querystring: ScriptUseRowsQuery,
        response: { 200: ScriptUseMatters },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listScriptUse(tx, actorOf(request), officerOf(request), request.params.id, request.query, new Date()),
      ),
  )
  app.post(
    '/api/script-use-exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'The table of use as a CSV file', body: ScriptUseExport },
    },
    async (request, reply) => {
      const csv = await read(context, request, (tx) =>
        exportScriptUse(tx, actorOf(request), officerOf(request), request.body, new Date()),
      )
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="script-use.csv"')
        .header('cache-control', 'no-store')
        .send(csv)
    },
  )
}
