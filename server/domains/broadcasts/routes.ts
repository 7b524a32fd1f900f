import {
  AudienceCount,
  AudienceOptions,
  AudienceQuestion,
  BroadcastDetail,
  BroadcastDraft,
  BroadcastFigures,
  BroadcastPage,
  BroadcastQuery,
  LeftOutPage,
  LeftOutQuery,
  NewBroadcast,
  SavedBroadcast,
} from '../../../contract/broadcasts.ts'
import { IdParams } from '../../../contract/common.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { countAudience } from './count-audience.ts'
import { draftBroadcast } from './draft-broadcast.ts'
import { listBroadcasts } from './list-broadcasts.ts'
import { listLeftOut } from './list-left-out.ts'
import { listOptions } from './list-options.ts'
import { readFigures } from './read-figures.ts'
import { saveDraft } from './save-draft.ts'
import { showBroadcast } from './show-broadcast.ts'
import { stepRoutes } from './step-routes.ts'
import { takeNumber } from './take-number.ts'

const tags = ['broadcasts']
const reads = { access: 'broadcasts.read' as const }
const writes = { access: 'broadcasts.write' as const }

/** Writing a broadcast and choosing whom it goes to; what becomes of it then is in step-routes.ts. */
export function broadcastRoutes(app: App, context: Context): void {
  app.get(
    '/api/broadcasts',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The broadcasts and how far they are',
        querystring: BroadcastQuery,
        response: { 200: BroadcastPage },
      },
    },
    (request) => read(context, request, (tx) => listBroadcasts(tx, officerOf(request), request.query)),
  )
  app.get(
    '/api/broadcast-figures',
    {
      config: reads,
      schema: { tags, summary: 'How many wait for me', response: { 200: BroadcastFigures } },
    },
    (request) => read(context, request, (tx) => readFigures(tx, officerOf(request))),
  )
  app.get(
    '/api/broadcast-audience-options',
    {
      config: writes,
      schema: { tags, summary: 'What an audience is chosen by', response: { 200: AudienceOptions } },
    },
    (request) => read(context, request, (tx) => listOptions(tx, officerOf(request))),
  )
  app.post(
    '/api/broadcast-audiences',
    {
      config: reads,
      schema: {
        tags,
        summary: 'How many it would go to, and who is left out and why; changes nothing',
        body: AudienceQuestion,
        response: { 200: AudienceCount },
      },
    },
    (request) => read(context, request, (tx) => countAudience(tx, officerOf(request), request.body)),
  )
  app.get(
    '/api/broadcasts/:id',
    {
      config: reads,
      schema: {
        tags,
        summary: 'One with its versions and what became of it',
        params: IdParams,
        response: { 200: BroadcastDetail },
      },
    },
    (request) => read(context, request, (tx) => showBroadcast(tx, officerOf(request), request.params.id)),
  )
  app.get(
    '/api/broadcasts/:id/left-out',
    {
      config: reads,
      schema: {
        tags,
        summary: 'Who is left out for a reason, by name',
        params: IdParams,
        querystring: LeftOutQuery,
        response: { 200: LeftOutPage },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listLeftOut(tx, actorOf(request), officerOf(request), request.params.id, request.query),
      ),
  )
  app.post(
    '/api/broadcasts',
    {
      config: writes,
      schema: { tags, summary: 'Begin a draft', body: NewBroadcast, response: { 200: SavedBroadcast } },
    },
    async (request) => {
      const number = await takeNumber(context, officerOf(request).stationId)
      return write(context, request, (tx, actor) =>
        draftBroadcast(tx, actor, officerOf(request), request.body, number),
      )
    },
  )
  app.put(
    '/api/broadcasts/:id/draft',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Save what is typed',
        params: IdParams,
        body: BroadcastDraft,
        response: { 200: SavedBroadcast },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        saveDraft(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  stepRoutes(app, context)
}
