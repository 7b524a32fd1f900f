import { Done, IdParams } from '../../../../contract/common.ts'
import {
  Distinction,
  Duplicates,
  DuplicatesQuery,
  MergedResidents,
  MergePreview,
  MergePreviewQuery,
  MergeResidents,
} from '../../../../contract/duplicates.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { listDuplicates } from './list-duplicates.ts'
import type { MattersAbove } from './matters-above.ts'
import { mergeResidents } from './merge-residents.ts'
import { previewMerge } from './preview-merge.ts'
import { tellApart } from './tell-apart.ts'
import { undoMerge } from './undo-merge.ts'

const tags = ['residents']

/** Two entries of one person: found, told apart, made one, taken apart again. */
export function duplicateRoutes(app: App, context: Context, above: MattersAbove): void {
  app.get(
    '/api/resident-duplicates',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'Entries that may be of one person, with why',
        querystring: DuplicatesQuery,
        response: { 200: Duplicates },
      },
    },
    (request) =>
      read(context, request, (tx) => listDuplicates(tx, actorOf(request), officerOf(request), request.query)),
  )
  app.post(
    '/api/resident-distinctions',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'They are two people, or that is taken back',
        body: Distinction,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => tellApart(tx, actor, officerOf(request), request.body)),
  )
  app.get(
    '/api/residents/:id/merge-preview',
    {
      config: { access: 'residents.merge' },
      schema: {
        tags,
        summary: 'What would become of two entries if the other became part of this one',
        params: IdParams,
        querystring: MergePreviewQuery,
        response: { 200: MergePreview },
      },
    },
    (request) =>
      read(context, request, (tx) => {
        const { id } = request.params
        return previewMerge(tx, actorOf(request), officerOf(request), id, request.query.otherId, above)
      }),
  )
  app.post(
    '/api/residents/:id/merges',
    {
      config: { access: 'residents.merge' },
      schema: {
        tags,
        summary: 'The other entry becomes part of this one',
        params: IdParams,
        body: MergeResidents,
        response: { 200: MergedResidents },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        mergeResidents(tx, actor, officerOf(request), request.params.id, request.body, above),
      ),
  )
  app.delete(
    '/api/resident-merges/:id',
    {
      config: { access: 'residents.merge' },
      schema: { tags, summary: 'Take a merge apart', params: IdParams, response: { 200: Done } },
    },
    (request) =>
      write(context, request, (tx, actor) => undoMerge(tx, actor, officerOf(request), request.params.id)),
  )
}
