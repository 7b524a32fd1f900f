import { IdParams } from '../../../contract/common.ts'
import { HandoverPreview, HandoverRefusals, Handovers, NewHandover } from '../../../contract/handovers.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { type ApiOf, notConnected } from '../external-contacts/connection.ts'
import { countHandover } from './count-handover.ts'
import { listHandovers, listRefusals } from './list-handovers.ts'
import { startHandover } from './start-handover.ts'

const tags = ['handovers']
const config = { access: 'contacts.transfer' as const }

/** An officer moves or leaves: everything of her work account goes to a colleague. */
export function handoverRoutes(app: App, context: Context, apiOf: ApiOf): void {
  app.get(
    '/api/handovers',
    {
      config,
      schema: { tags, summary: 'The handings over and how far they are', response: { 200: Handovers } },
    },
    (request) => read(context, request, listHandovers),
  )
  app.get(
    '/api/handover-previews',
    {
      config,
      schema: {
        tags,
        summary: 'What would move',
        querystring: NewHandover,
        response: { 200: HandoverPreview },
      },
    },
    (request) => read(context, request, (tx) => countHandover(tx, request.query.from, request.query.to)),
  )
  app.post(
    '/api/handovers',
    {
      config,
      schema: {
        tags,
        summary: 'Hand everything of a work account to a colleague',
        body: NewHandover,
        response: { 201: IdParams },
      },
    },
    async (request, reply) => {
      if (!(await apiOf(officerOf(request).stationId))) throw new AppError('unavailable', notConnected)
      const made = await write(context, request, (tx, actor) =>
        startHandover(tx, actor, officerOf(request), request.body),
      )
      reply.status(201)
      return made
    },
  )
  app.get(
    '/api/handovers/:id/refusals',
    {
      config,
      schema: {
        tags,
        summary: 'What WeCom refused, and why',
        params: IdParams,
        response: { 200: HandoverRefusals },
      },
    },
    (request) => read(context, request, (tx) => listRefusals(tx, actorOf(request), request.params.id)),
  )
}
