import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import { NewReview, ReviewQuery, ReviewSample, ReviewTakenBack } from '../../../contract/reviews.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { listReviewSample } from './list-review-sample.ts'
import { reviewMatter } from './review-matter.ts'
import { takeBackReview } from './take-back-review.ts'

/** The second look at a few closed matters, drawn by chance. */
export function reviewRoutes(app: App, context: Context): void {
  app.get(
    '/api/reviews',
    {
      config: { access: 'matters.review' },
      schema: {
        tags: ['statistics'],
        summary: 'What chance drew of a month and nobody has looked at again, and the reviews entered so far',
        querystring: ReviewQuery,
        response: { 200: ReviewSample },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const sample = await listReviewSample(tx, officerOf(request), request.query.month, new Date())
        const ids = [...new Set([...sample.items, ...sample.entered].map(({ id }) => id))]
        await recordListed(tx, actorOf(request), 'figure.listed', ids, { of: 'mis_diversion' })
        return sample
      }),
  )

  app.post(
    '/api/reviews',
    {
      config: { access: 'matters.review' },
      schema: {
        tags: ['statistics'],
        summary: 'Look again at one: had it been an emergency',
        body: NewReview,
        response: { 201: Type.Object({ id: Id }) },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        reviewMatter(tx, actor, officerOf(request), request.body, new Date()),
      )
    },
  )

  app.post(
    '/api/reviews/:id/taking-back',
    {
      config: { access: 'matters.review' },
      schema: {
        tags: ['statistics'],
        summary: 'Take back a review that was entered wrongly: its reviewer, or a chief',
        params: IdParams,
        body: ReviewTakenBack,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        takeBackReview(tx, actor, officerOf(request), request.params.id, request.body.reason),
      ),
  )
}
