import { OwnReads, OwnReadsQuery } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read } from '../../platform/http/write.ts'
import type { OwnNumbers } from './fold-reads.ts'
import { listOwnReads } from './list-own-reads.ts'

/** A resident sees for herself who looked at her matters. */
export function residentReadRoutes(app: App, context: Context, ownNumbers: OwnNumbers): void {
  app.get(
    '/api/resident/reads',
    {
      config: { access: 'resident' },
      schema: {
        tags: ['residents (phone)'],
        summary: 'Who looked at my matters, a line an officer and day',
        querystring: OwnReadsQuery,
        response: { 200: OwnReads },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listOwnReads(tx, residentOf(request).contactId, request.query, ownNumbers),
      ),
  )
}
