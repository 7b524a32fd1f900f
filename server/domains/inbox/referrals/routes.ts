import { Type } from 'typebox'
import { Id, IdParams } from '../../../../contract/common.ts'
import {
  ReferralAnswerBody,
  ReferralBody,
  ReferralList,
  ReferralQuery,
} from '../../../../contract/office-referrals.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf, residentOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { answerForResident, answerOwnReferral } from './answer-referral.ts'
import { listReferrals } from './list-referrals.ts'
import { referToOffice } from './refer-to-office.ts'

const tags = ['inbox']
const Answered = Type.Object({ reopened: Type.Boolean() })

/** Matters of other offices: handed over with the right number, and asked after. */
export function referralRoutes(app: App, context: Context): void {
  app.post(
    '/api/conversations/:id/office-referrals',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Hand it to another office and tell the resident its number',
        params: IdParams,
        body: ReferralBody,
        response: { 201: Type.Object({ id: Id }) },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        referToOffice(tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
  )
  app.get(
    '/api/office-referrals',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags,
        summary: 'What was handed to other offices, and what became of it',
        querystring: ReferralQuery,
        response: { 200: ReferralList },
      },
    },
    (request) =>
      read(context, request, (tx) => listReferrals(tx, actorOf(request), officerOf(request), request.query)),
  )
  app.post(
    '/api/office-referrals/:id/answer',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'What the resident told of the other office',
        params: IdParams,
        body: ReferralAnswerBody,
        response: { 200: Answered },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        answerForResident(tx, actor, officerOf(request), request.params.id, request.body.answer),
      ),
  )
  app.post(
    '/api/resident/office-referrals/:id/answer',
    {
      config: { access: 'resident' },
      schema: {
        tags: ['inbox (resident)'],
        summary: 'Whether the other office has done it; “not yet” opens the matter again',
        params: IdParams,
        body: ReferralAnswerBody,
        response: { 200: Answered },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        answerOwnReferral(tx, actor, residentOf(request).contactId, request.params.id, request.body.answer),
      ),
  )
}
