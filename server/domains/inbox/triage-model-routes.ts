import { Done } from '../../../contract/common.ts'
import { TriageModels, TriageModelUse } from '../../../contract/triage-models.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { askRetraining } from './ask-retraining.ts'
import { listTriageModels } from './list-triage-models.ts'
import { useTriageModel } from './use-triage-model.ts'

const tags = ['inbox']
const config = { access: 'station.configure' } as const

/** The reading made anew from corrections: asked for, compared, put into use by a person, taken back. */
export function triageModelRoutes(app: App, context: Context): void {
  app.get(
    '/api/triage-models',
    {
      config,
      schema: { tags, summary: 'Models of the reading, with reports', response: { 200: TriageModels } },
    },
    (request) => read(context, request, (tx) => listTriageModels(tx)),
  )

  app.post(
    '/api/triage-models',
    { config, schema: { tags, summary: 'Make one of the corrections so far', response: { 200: Done } } },
    (request) => write(context, request, askRetraining),
  )

  app.post(
    '/api/triage-model-uses',
    {
      config,
      schema: { tags, summary: 'Put one into use', body: TriageModelUse, response: { 200: Done } },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        useTriageModel(tx, actor, officerOf(request), request.body.modelId),
      ),
  )
}
