import { Done, IdParams } from '../../../../contract/common.ts'
import {
  ExportCount,
  ExportCountWish,
  ExportDecision,
  NewRegisterExport,
  RegisterExportList,
} from '../../../../contract/register-exports.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { mediaTypes } from '../../../platform/sheets/media-types.ts'
import { askExport, countExport } from './ask-export.ts'
import { decideExport, withdrawExport } from './decide-export.ts'
import { fetchExport, listExports } from './fetch-export.ts'

const tags = ['register']

/** Lists of residents and households out of the register: asked for, agreed to, fetched, each step on record. */
export function registerExportRoutes(app: App, context: Context): void {
  app.post(
    '/api/register-exports/count',
    {
      config: { access: 'exports.make' },
      schema: {
        tags,
        summary: 'How many rows a list would have',
        body: ExportCountWish,
        response: { 200: ExportCount },
      },
    },
    (request) => read(context, request, (tx) => countExport(tx, officerOf(request), request.body)),
  )
  app.post(
    '/api/register-exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: {
        tags,
        summary: 'Asks for a list; from 2,000 rows on a second person has to agree',
        body: NewRegisterExport,
        response: { 201: IdParams },
      },
    },
    async (request, reply) => {
      const id = await write(context, request, (tx, actor) =>
        askExport(tx, actor, officerOf(request), request.body),
      )
      reply.status(201)
      return { id }
    },
  )
  app.get(
    '/api/register-exports',
    {
      config: { access: 'exports.make' },
      schema: { tags, summary: 'Lists asked for, newest first', response: { 200: RegisterExportList } },
    },
    (request) => read(context, request, (tx) => listExports(tx, officerOf(request))),
  )
  app.post(
    '/api/register-exports/:id/decision',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: {
        tags,
        summary: 'A second person agrees or refuses',
        params: IdParams,
        body: ExportDecision,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, (tx, actor) =>
        decideExport(tx, actor, officerOf(request), request.params.id, request.body),
      )
      return { done: true as const }
    },
  )
  app.post(
    '/api/register-exports/:id/withdrawal',
    {
      config: { access: 'exports.make' },
      schema: { tags, summary: 'The asker takes it back', params: IdParams, response: { 200: Done } },
    },
    async (request) => {
      await write(context, request, (tx, actor) =>
        withdrawExport(tx, actor, officerOf(request), request.params.id),
      )
      return { done: true as const }
    },
  )
  // No GET: an address that gives a list of people may be kept and shared.
  app.post(
    '/api/register-exports/:id/file',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'The file, for the asker, for 24 hours', params: IdParams },
    },
    async (request, reply) => {
      // Not through write(): the list must not come to lie in the table of first answers as well.
      const { form, number, bytes } = await read(context, request, (tx) =>
        fetchExport(tx, actorOf(request), officerOf(request), request.params.id),
      )
      return reply
        .type(mediaTypes[form])
        .header('content-disposition', `attachment; filename="register-${number}.${form}"`)
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
}
