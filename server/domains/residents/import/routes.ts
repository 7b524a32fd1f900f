import { Done, IdParams } from '../../../../contract/common.ts'
import {
  CheckRegisterImport,
  ImportDecision,
  ImportReportWish,
  ImportRowPage,
  ImportRowsQuery,
  NewRegisterImport,
  RegisterImport,
  RegisterImportList,
} from '../../../../contract/register-imports.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { mediaTypes } from '../../../platform/sheets/media-types.ts'
import { askCheck } from './ask-check.ts'
import { decideRows } from './decide-rows.ts'
import { listImportRows } from './list-import-rows.ts'
import { readFile } from './read-file.ts'
import { reportImport } from './report-import.ts'
import { listImports, showImport } from './show-import.ts'
import { askUndo, startImport, stopImport } from './steer-import.ts'
import { uploadImport } from './upload-import.ts'

const tags = ['register']
const access = 'residents.import'

/** The station's rosters into the register: laid aside, matched, tried, written, taken back. */
export function registerImportRoutes(app: App, context: Context): void {
  app.post(
    '/api/register-imports',
    {
      bodyLimit: 17_200_000,
      config: { access },
      schema: {
        tags,
        summary: 'A roster as XLSX or CSV; it is read and laid aside, nothing is written yet',
        body: NewRegisterImport,
        response: { 201: IdParams },
      },
    },
    async (request, reply) => {
      // Read before the transaction: unpacking takes its time.
      const file = await readFile(Buffer.from(request.body.content, 'base64'))
      const id = await write(context, request, (tx, actor) =>
        uploadImport(tx, actor, officerOf(request), request.body.name.trim(), file),
      )
      reply.status(201)
      return { id }
    },
  )
  app.get(
    '/api/register-imports',
    {
      config: { access },
      schema: {
        tags,
        summary: 'Imports of the station, newest first',
        response: { 200: RegisterImportList },
      },
    },
    (request) => read(context, request, (tx) => listImports(tx)),
  )
  app.get(
    '/api/register-imports/:id',
    {
      config: { access },
      schema: {
        tags,
        summary: 'One import and how far it is',
        params: IdParams,
        response: { 200: RegisterImport },
      },
    },
    (request) => read(context, request, (tx) => showImport(tx, actorOf(request), request.params.id)),
  )
  app.post(
    '/api/register-imports/:id/check',
    {
      config: { access },
      schema: {
        tags,
        summary: 'What each column is; then every row is compared, without writing',
        params: IdParams,
        body: CheckRegisterImport,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, (tx, actor) =>
        askCheck(context, tx, actor, request.params.id, request.body),
      )
      return { done: true as const }
    },
  )
  app.get(
    '/api/register-imports/:id/rows',
    {
      config: { access },
      schema: {
        tags,
        summary: 'What becomes of each row',
        params: IdParams,
        querystring: ImportRowsQuery,
        response: { 200: ImportRowPage },
      },
    },
    (request) =>
      read(context, request, (tx) => listImportRows(tx, actorOf(request), request.params.id, request.query)),
  )
  app.post(
    '/api/register-imports/:id/decisions',
    {
      config: { access },
      schema: {
        tags,
        summary: 'Of a doubtful row or a conflict, or of all of a kind: what counts',
        params: IdParams,
        body: ImportDecision,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, (tx, actor) => decideRows(tx, actor, request.params.id, request.body))
      return { done: true as const }
    },
  )
  app.post(
    '/api/register-imports/:id/report',
    {
      config: { access },
      schema: {
        tags,
        summary: 'What becomes of each row as a sheet, by row number, without names',
        params: IdParams,
        body: ImportReportWish,
      },
    },
    async (request, reply) => {
      const bytes = await read(context, request, (tx) =>
        reportImport(tx, actorOf(request), request.params.id, request.body),
      )
      return reply
        .type(mediaTypes.xlsx)
        .header('content-disposition', 'attachment; filename="import-report.xlsx"')
        .header('cache-control', 'no-store')
        .send(bytes)
    },
  )
  for (const [path, deed, summary] of [
    ['start', startImport, 'Writes the rows, or goes on with it'],
    ['stop', stopImport, 'Holds the writing; what is written stays'],
    ['undo', askUndo, 'Takes the whole import back, if nothing of it was changed since'],
  ] as const)
    app.post(
      `/api/register-imports/:id/${path}`,
      { config: { access }, schema: { tags, summary, params: IdParams, response: { 200: Done } } },
      async (request) => {
        await write(context, request, (tx, actor) =>
          deed(context, tx, actor, officerOf(request), request.params.id),
        )
        return { done: true as const }
      },
    )
}
