import { Type } from 'typebox'
import {
  BroadcastAbout,
  BroadcastNote,
  BroadcastRefusal,
  BroadcastVersionBody,
  SavedBroadcast,
} from '../../../contract/broadcasts.ts'
import { Done, IdParams } from '../../../contract/common.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { write } from '../../platform/http/write.ts'
import { approveBroadcast } from './approve-broadcast.ts'
import { cancelBroadcast } from './cancel-broadcast.ts'
import { followUpBroadcast } from './follow-up-broadcast.ts'
import { refuseBroadcast } from './refuse-broadcast.ts'
import { submitBroadcast } from './submit-broadcast.ts'
import { takeNumber } from './take-number.ts'

const tags = ['broadcasts']
const writes = { access: 'broadcasts.write' as const }
const approves = { access: 'broadcasts.approve' as const }
const params = IdParams

/** What becomes of a broadcast: by whom it is read over, called off, put right. */
export function stepRoutes(app: App, context: Context): void {
  app.post(
    '/api/broadcasts/:id/submissions',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Give it to a second person',
        params,
        body: BroadcastVersionBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        submitBroadcast(tx, actor, officerOf(request), request.params.id, request.body.version),
      ),
  )
  app.post(
    '/api/broadcasts/:id/approvals',
    {
      config: approves,
      schema: {
        tags,
        summary: 'A second person lets it go out; it starts at once unless it waits for its time',
        params,
        body: BroadcastVersionBody,
        response: { 200: Type.Object({ started: Type.Boolean() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        approveBroadcast(tx, actor, officerOf(request), request.params.id, request.body.version),
      ),
  )
  app.post(
    '/api/broadcasts/:id/refusals',
    {
      config: approves,
      schema: {
        tags,
        summary: 'The second person gives it back',
        params,
        body: BroadcastRefusal,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        refuseBroadcast(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/broadcasts/:id/cancellations',
    {
      config: writes,
      schema: {
        tags,
        summary: 'Call it off before it starts',
        params,
        body: BroadcastNote,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        cancelBroadcast(tx, actor, officerOf(request), request.params.id, request.body.note),
      ),
  )
  app.post(
    '/api/broadcasts/:id/follow-ups',
    {
      config: writes,
      schema: {
        tags,
        summary: 'A correction, or a withdrawal, which takes it back at once',
        params,
        body: BroadcastAbout,
        response: { 200: SavedBroadcast },
      },
    },
    async (request) => {
      const number = await takeNumber(context, officerOf(request).stationId)
      return write(context, request, (tx, actor) =>
        followUpBroadcast(tx, actor, officerOf(request), request.params.id, request.body.how, number),
      )
    },
  )
}
