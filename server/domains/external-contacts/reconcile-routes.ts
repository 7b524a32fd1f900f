import { Done, IdParams } from '../../../contract/common.ts'
import { Findings, FindingsQuery, Reconciles } from '../../../contract/external-contacts.ts'
import { reconcileParts } from '../../../contract/vocabulary.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { askReconcile } from './ask-reconcile.ts'
import { type ApiOf, notConnected } from './connection.ts'
import { listFindings, listReconciles } from './list-reconciles.ts'

const tags = ['external-contacts']

/** The comparison in full of what WeCom has and what we have. */
export function reconcileRoutes(app: App, context: Context, apiOf: ApiOf): void {
  app.get(
    '/api/wecom-reconciles',
    {
      config: { access: 'station.read' },
      schema: { tags, summary: 'The last comparisons with WeCom', response: { 200: Reconciles } },
    },
    (request) => read(context, request, listReconciles),
  )
  app.post(
    '/api/wecom-reconciles',
    {
      config: { access: 'station.configure' },
      schema: { tags, summary: 'Compare everything with WeCom now', response: { 200: Done } },
    },
    async (request) => {
      if (!(await apiOf(officerOf(request).stationId))) throw new AppError('unavailable', notConnected)
      return write(context, request, async (tx, actor) => {
        await askReconcile(tx, actor, reconcileParts)
        return { done: true as const }
      })
    },
  )
  app.get(
    '/api/wecom-reconciles/:id/findings',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'What a comparison found to have drifted',
        params: IdParams,
        querystring: FindingsQuery,
        response: { 200: Findings },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listFindings(tx, actorOf(request), officerOf(request), request.params.id, request.query),
      ),
  )
}
