import { Type } from 'typebox'
import { Id } from '../../../contract/common.ts'
import { NewReview, ReviewQuery, ReviewSample } from '../../../contract/reviews.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { listReviewSample } from './list-review-sample.ts'
import { reviewMatter } from './review-matter.ts'

/** The second look at a few closed matters, drawn by chance. */
export function reviewRoutes(app: App, context: Context): void {
  app.get(
    '/api/reviews',
    {
      config: { access: 'matters.review' },
      schema: {
        tags: ['statistics'],
        summary: 'What chance drew of a month and nobody has looked at again',
        querystring: ReviewQuery,
        response: { 200: ReviewSample },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const sample = await listReviewSample(tx, officerOf(request), request.query.month, new Date())
        const ids = sample.items.map(({ id }) => id)
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
}
