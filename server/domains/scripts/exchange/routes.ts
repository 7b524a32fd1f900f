import { ImportReport, ScriptExport, ScriptImport } from '../../../../contract/script-exchange.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { mediaTypes } from '../../../platform/sheets/media-types.ts'
import { exportScripts } from './export-scripts.ts'
import { importScripts } from './import-scripts.ts'
import { readFile } from './read-file.ts'

const tags = ['scripts']

/** The library as a file, out and in. */
export function scriptExchangeRoutes(app: App, context: Context): void {
  app.post(
    '/api/script-imports',
    {
      bodyLimit: 6_100_000,
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'Reads a file of scripts; tells what becomes of each row, and does it when asked',
        body: ScriptImport,
        response: { 200: ImportReport },
      },
    },
    async (request) => {
      // Read before the transaction: unpacking takes its time.
      const file = await readFile(request.body.form, Buffer.from(request.body.content, 'base64'))
      return write(context, request, (tx, actor) =>
        importScripts(tx, actor, officerOf(request), file, request.body),
      )
    },
  )
  app.post(
    '/api/script-exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'The whole library as a file', body: ScriptExport },
    },
    async (request, reply) => {
      const { form } = request.body
      const bytes = await read(context, request, (tx) => exportScripts(tx, actorOf(request), form))
      return reply
        .type(mediaTypes[form])
        .header('content-disposition', `attachment; filename="scripts.${form}"`)
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
}
