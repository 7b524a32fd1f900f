import { Type } from 'typebox'
import { Id } from '../../../contract/common.ts'
import { NewReview, ReviewQuery, ReviewSample } from '../../../contract/reviews.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
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
        summary: '一个月抽查到的、还没复核的事项',
        querystring: ReviewQuery,
        response: { 200: ReviewSample },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listReviewSample(tx, officerOf(request), request.query.month, new Date()),
      ),
  )

  app.post(
    '/api/reviews',
    {
      config: { access: 'matters.review' },
      schema: {
        tags: ['statistics'],
        summary: '复核一件：当时是不是紧急',
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
