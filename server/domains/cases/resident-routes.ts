import { Type } from 'typebox'
import { CaseAnswersBody, MaterialParams } from '../../../contract/case-changes.ts'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import {
  CaseRatingBody,
  RatedCase,
  ResidentCase,
  ResidentCases,
  ResidentMaterialCheck,
} from '../../../contract/resident-cases.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { answerOwnQuestions } from './answer-questions.ts'
import { checkOwnMaterial } from './check-material.ts'
import { rateCase } from './rate-case.ts'
import { listOwnCases, showOwnCase } from './resident-views.ts'

const tags = ['cases (resident)']

/** What a resident's phone may ask of cases: her own. */
export function residentCaseRoutes(app: App, context: Context): void {
  app.get(
    '/api/resident/cases',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'My cases', response: { 200: ResidentCases } },
    },
    (request) => read(context, request, (tx) => listOwnCases(tx, residentOf(request).contactId)),
  )

  app.get(
    '/api/resident/cases/:id',
    {
      config: { access: 'resident' },
      schema: { tags, summary: 'One case of mine', params: IdParams, response: { 200: ResidentCase } },
    },
    (request) =>
      read(context, request, (tx) => showOwnCase(tx, residentOf(request).contactId, request.params.id)),
  )

  app.post(
    '/api/resident/cases/:id/materials/:key/checks',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'I have this paper, here is a photo, or not after all',
        params: MaterialParams,
        body: ResidentMaterialCheck,
        response: { 201: Type.Object({ id: Id }) },
      },
    },
    (request, reply) => {
      reply.status(201)
      const { id, key } = request.params
      return write(context, request, (tx, actor) =>
        checkOwnMaterial(tx, actor, residentOf(request).contactId, id, key, request.body),
      )
    },
  )

  app.put(
    '/api/resident/cases/:id/answers',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: "Answer the guide's questions in my case",
        params: IdParams,
        body: CaseAnswersBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        answerOwnQuestions(tx, actor, residentOf(request).contactId, request.params.id, request.body.answers),
      ),
  )

  app.post(
    '/api/resident/cases/:id/rating',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'Say whether it helped; an objection reopens the case',
        params: IdParams,
        body: CaseRatingBody,
        response: { 200: RatedCase },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        rateCase(tx, actor, residentOf(request).contactId, request.params.id, request.body),
      ),
  )
}
