import multipart from '@fastify/multipart'
import { IdParams } from '../../../contract/common.ts'
import { FileQuery, ResidentFileQuery, StoredFile, UploadQuery } from '../../../contract/files.ts'
import type { Context } from '../context.ts'
import { officerOf, residentOf } from '../http/access.ts'
import type { App } from '../http/create-http.ts'
import { whoAsks } from '../http/limit-persons.ts'
import { actorOf, read } from '../http/write.ts'
import { chooseVariant, requireKnowing } from './choose-variant.ts'
import type { FileUse } from './file-use.ts'
import { findFileForOfficer, findFileForResident } from './find-file.ts'
import { recordFileLook } from './record-file-look.ts'
import { sendBytes } from './send-bytes.ts'
import { upload } from './upload.ts'

/** Uploads of one person in a minute. */
const rateLimit = { max: 120, timeWindow: 60_000, hook: 'preHandler' as const, keyGenerator: whoAsks }

/** Files: into the store, and out to whom `uses` shows them. */
export function fileRoutes(app: App, context: Context, uses: FileUse[]): void {
  // In a scope of its own: no other route takes multipart requests.
  app.register(async (scope) => {
    await scope.register(multipart)
    uploadRoutes(scope as unknown as App, context, uses)
  })
  app.get(
    '/api/files/:id',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags: ['files'],
        summary: 'Bytes of a file an officer may see',
        params: IdParams,
        querystring: FileQuery,
      },
    },
    async (request, reply) => {
      const session = officerOf(request)
      const { variant = 'shown', knowing = false } = request.query
      const bytes = await read(context, request, async (tx) => {
        const file = await findFileForOfficer(tx, session, uses, request.params.id)
        requireKnowing(file, knowing)
        if (request.method === 'GET') await recordFileLook(tx, actorOf(request), file, variant)
        return chooseVariant(file, variant)
      })
      return sendBytes(context.files, session.stationId, bytes, request, reply)
    },
  )
  app.get(
    '/api/resident/files/:id',
    {
      config: { access: 'resident', stationInAddress: true },
      schema: {
        tags: ['files'],
        summary: 'Bytes of a file of the resident herself, or sent to her',
        params: IdParams,
        querystring: ResidentFileQuery,
      },
    },
    async (request, reply) => {
      const { stationId, contactId } = residentOf(request)
      const bytes = await read(context, request, async (tx) => {
        const file = await findFileForResident(tx, contactId, uses, request.params.id)
        return chooseVariant(file, request.query.variant ?? 'shown', file.ownerId === contactId)
      })
      return sendBytes(context.files, stationId, bytes, request, reply)
    },
  )
}

function uploadRoutes(app: App, context: Context, uses: FileUse[]): void {
  const schema = {
    tags: ['files'],
    consumes: ['multipart/form-data'],
    querystring: UploadQuery,
    response: { 200: StoredFile },
  }
  app.post(
    '/api/files',
    {
      config: { access: 'conversations.write', rateLimit },
      schema: { ...schema, summary: 'One photo, recording or PDF, put in by an officer' },
    },
    async (request) => upload(context, request, officerOf(request).stationId, request.query.seconds, uses),
  )
  app.post(
    '/api/resident/files',
    {
      config: { access: 'resident', rateLimit },
      schema: { ...schema, summary: 'One photo, recording or PDF from a resident’s phone' },
    },
    async (request) => upload(context, request, residentOf(request).stationId, request.query.seconds, uses),
  )
}
