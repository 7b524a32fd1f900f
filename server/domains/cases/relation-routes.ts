import {
  CaseLinkParams,
  MergeAnswer,
  MergeParams,
  NewCaseLink,
  NewMerge,
} from '../../../contract/case-changes.ts'
import { SimilarCases } from '../../../contract/cases.ts'
import { Done, IdParams } from '../../../contract/common.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { findSimilar } from './find-similar.ts'
import { linkCases, unlinkCases } from './link-cases.ts'
import { mergeCases, undoMerge } from './merge-cases.ts'

const tags = ['cases']

/** What one case has to do with another. */
export function caseRelationRoutes(app: App, context: Context): void {
  app.get(
    '/api/cases/:id/similar',
    {
      config: { access: 'cases.read' },
      schema: { tags, summary: 'Likely repeats', params: IdParams, response: { 200: SimilarCases } },
    },
    (request) =>
      read(context, request, async (tx) => {
        const similar = await findSimilar(tx, officerOf(request), request.params.id)
        const ids = similar.items.map(({ id }) => id)
        await recordListed(tx, actorOf(request), 'case.listed', ids, { of: 'similar' })
        return similar
      }),
  )

  app.post(
    '/api/cases/:id/links',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Link another case',
        params: IdParams,
        body: NewCaseLink,
        response: { 201: Done },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        linkCases(tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
  )

  app.delete(
    '/api/cases/:id/links/:otherCaseId',
    {
      config: { access: 'cases.write' },
      schema: { tags, summary: 'Take a link back', params: CaseLinkParams, response: { 200: Done } },
    },
    (request) => {
      const { id, otherCaseId } = request.params
      return write(context, request, (tx, actor) =>
        unlinkCases(tx, actor, officerOf(request), id, otherCaseId),
      )
    },
  )

  app.post(
    '/api/cases/:id/merges',
    {
      config: { access: 'cases.merge' },
      schema: {
        tags,
        summary: 'Merge another case into this one',
        params: IdParams,
        body: NewMerge,
        response: { 201: MergeAnswer },
      },
    },
    (request, reply) => {
      reply.status(201)
      const { id } = request.params
      return write(context, request, (tx, actor) =>
        mergeCases(tx, actor, officerOf(request), id, request.body.sourceCaseId),
      )
    },
  )

  app.delete(
    '/api/cases/:id/merges/:mergeId',
    {
      config: { access: 'cases.merge' },
      schema: { tags, summary: 'Undo a merge', params: MergeParams, response: { 200: Done } },
    },
    (request) => {
      const { id, mergeId } = request.params
      return write(context, request, (tx, actor) => undoMerge(tx, actor, officerOf(request), id, mergeId))
    },
  )
}
