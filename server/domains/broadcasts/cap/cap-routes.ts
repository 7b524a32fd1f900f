import { Type } from 'typebox'
import { SavedBroadcast } from '../../../../contract/broadcasts.ts'
import {
  CapDetail,
  CapDraft,
  CapPage,
  CapPassing,
  CapQuery,
  CapReceipt,
  largestCapFile,
  NewCapAlert,
} from '../../../../contract/cap.ts'
import { CapExport } from '../../../../contract/cap-export.ts'
import { IdParams } from '../../../../contract/common.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { takeNumber } from '../take-number.ts'
import { draftFromAlert } from './draft-from-alert.ts'
import { exportCap } from './export-cap.ts'
import { listAlerts } from './list-alerts.ts'
import { passAlertOn } from './pass-alert-on.ts'
import { readBytes } from './read-bytes.ts'
import { receiveAlert } from './receive-alert.ts'
import { showAlert } from './show-alert.ts'

const tags = ['broadcasts']
const reads = { access: 'broadcasts.read' as const }
const writes = { access: 'broadcasts.write' as const }

/** Public warnings of others, in, and our own as CAP 1.2, out. */
export function capRoutes(app: App, context: Context): void {
  app.get(
    '/api/cap-alerts',
    {
      config: reads,
      schema: { tags, summary: 'Alerts that came in', querystring: CapQuery, response: { 200: CapPage } },
    },
    (request) => read(context, request, (tx) => listAlerts(tx, request.query)),
  )
  app.post(
    '/api/cap-alerts',
    {
      config: writes,
      bodyLimit: 2 * largestCapFile,
      schema: {
        tags,
        summary: 'Take in a CAP 1.2 file; the same again changes nothing',
        body: NewCapAlert,
        response: { 200: CapReceipt },
      },
    },
    (request) => {
      const { how, content } = request.body
      const bytes = Buffer.from(content, 'base64')
      return write(context, request, (tx, actor) =>
        receiveAlert(tx, actor, { bytes, how, maxBytes: largestCapFile }),
      )
    },
  )
  app.get(
    '/api/cap-alerts/:id',
    {
      config: reads,
      schema: {
        tags,
        summary: 'One alert, whom it touches and what was made of it',
        params: IdParams,
        response: { 200: CapDetail },
      },
    },
    (request) => read(context, request, (tx) => showAlert(tx, officerOf(request), request.params.id)),
  )
  app.get(
    '/api/cap-alerts/:id/draft',
    {
      config: writes,
      schema: {
        tags,
        summary: 'What the composer begins with',
        params: IdParams,
        response: { 200: CapDraft },
      },
    },
    (request) => read(context, request, (tx) => draftFromAlert(tx, officerOf(request), request.params.id)),
  )
  app.post(
    '/api/cap-alerts/:id/broadcasts',
    {
      config: writes,
      schema: {
        tags,
        summary: 'A draft begins with its words',
        params: IdParams,
        body: CapPassing,
        response: { 200: SavedBroadcast },
      },
    },
    async (request) => {
      const number = await takeNumber(context, officerOf(request).stationId)
      return write(context, request, (tx, actor) =>
        passAlertOn(tx, actor, officerOf(request), request.params.id, request.body, number),
      )
    },
  )
  app.get(
    '/api/cap-alerts/:id/file',
    {
      config: reads,
      schema: { tags, summary: 'The file as it came', params: IdParams, response: { 200: Type.Any() } },
    },
    async (request, reply) => {
      const bytes = await read(context, request, (tx) => readBytes(tx, request.params.id))
      return sendFile(reply, bytes, 'alert.xml')
    },
  )
  app.post(
    '/api/broadcasts/:id/cap-exports',
    {
      config: reads,
      schema: {
        tags,
        summary: 'An approved warning as CAP 1.2',
        params: IdParams,
        body: CapExport,
        response: { 200: Type.Any() },
      },
    },
    async (request, reply) => {
      const { number, xml } = await read(context, request, (tx) =>
        exportCap(tx, actorOf(request), officerOf(request), request.params.id, request.body),
      )
      return sendFile(reply, Buffer.from(xml), `cap-${number}.xml`)
    },
  )
}

/** Never shown by a browser as a page of ours: it is the word of others. */
function sendFile(
  reply: { header: (name: string, value: string) => unknown; send: (b: Buffer) => unknown },
  bytes: Buffer,
  name: string,
) {
  reply.header('content-type', 'application/cap+xml')
  reply.header('content-disposition', `attachment; filename="${name}"`)
  reply.header('cache-control', 'no-store')
  return reply.send(bytes)
}
