import { Done, IdParams } from '../../../contract/common.ts'
import { DeadLetters } from '../../../contract/jobs.ts'
import type { Context } from '../context.ts'
import type { App } from '../http/create-http.ts'
import { read, write } from '../http/write.ts'
import { listDeadLetters } from './dead-letters.ts'
import { replayDeadLetter } from './replay-dead-letter.ts'

export function jobRoutes(app: App, context: Context): void {
  app.get(
    '/api/jobs/dead-letters',
    {
      config: { access: 'jobs.manage' },
      schema: {
        tags: ['jobs'],
        summary: 'Jobs that failed at every try',
        response: { 200: DeadLetters },
      },
    },
    async (request) => read(context, request, listDeadLetters),
  )
  app.post(
    '/api/jobs/dead-letters/:id/replay',
    {
      config: { access: 'jobs.manage' },
      schema: {
        tags: ['jobs'],
        summary: 'Run one of them again; twice is once',
        params: IdParams,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, async (tx, actor) => {
        await replayDeadLetter(context, tx, actor, request.params.id)
      })
      return { done: true as const }
    },
  )
}
