import { Done, IdParams } from '../../../contract/common.ts'
import {
  DraftingAvailability,
  DraftingCalls,
  DraftingCheck,
  DraftingSettings,
  DraftingSetup,
  DraftingSwitch,
  MachineDraft,
  MachineDraftBody,
} from '../../../contract/drafting.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { checkEndpoint } from './check-endpoint.ts'
import { type AskedDraft, askForDraft, fetchDraft } from './draft-words.ts'
import { showEndpoint } from './endpoint.ts'
import { listCalls } from './list-calls.ts'
import { setUpEndpoint } from './set-up-endpoint.ts'
import { switchEndpoint } from './switch-endpoint.ts'

const tags = ['drafting']
const config = { access: 'drafting.configure' as const }

/** A model elsewhere that drafts replies and summaries: off by default, masked, never sent by itself. */
export function draftingRoutes(app: App, context: Context): void {
  app.get(
    '/api/drafting',
    { config, schema: { tags, summary: 'What is set up for drafts', response: { 200: DraftingSettings } } },
    (request) => read(context, request, async (tx) => ({ endpoint: await showEndpoint(tx) })),
  )
  app.put(
    '/api/drafting',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'Another address, model or key; off afterwards',
        body: DraftingSetup,
        response: { 200: Done },
      },
    },
    (request) => write(context, request, (tx, actor) => setUpEndpoint(context, tx, actor, request.body)),
  )
  app.put(
    '/api/drafting/switch',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'On, with an impact assessment, or off',
        body: DraftingSwitch,
        response: { 200: Done },
      },
    },
    (request) => write(context, request, (tx, actor) => switchEndpoint(tx, actor, request.body)),
  )
  app.post(
    '/api/drafting/checks',
    { config, schema: { tags, summary: 'Try whether it answers', response: { 200: DraftingCheck } } },
    (request) => checkEndpoint(context, officerOf(request).stationId, actorOf(request)),
  )
  app.get(
    '/api/drafting/calls',
    { config, schema: { tags, summary: 'What was asked lately', response: { 200: DraftingCalls } } },
    (request) => read(context, request, (tx) => listCalls(tx, actorOf(request))),
  )
  app.get(
    '/api/drafting/availability',
    {
      config: { access: 'conversations.write' },
      schema: { tags, summary: 'Whether drafts are to be had', response: { 200: DraftingAvailability } },
    },
    (request) =>
      read(context, request, async (tx) => ({ on: Boolean((await showEndpoint(tx))?.switchedOnAt) })),
  )
  app.post(
    '/api/conversations/:id/machine-drafts',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'A draft of a reply or a summary, for a person to read',
        params: IdParams,
        body: MachineDraftBody,
        response: { 200: MachineDraft },
      },
    },
    async (request) => {
      const session = officerOf(request)
      const given: { asked?: AskedDraft } = {}
      const { id } = await write(context, request, async (tx, actor) => {
        given.asked = await askForDraft(context, tx, actor, session, request.params.id, request.body.kind)
        return { id: given.asked.id }
      })
      // Kept nowhere unmasked, so it cannot be told twice.
      if (given.asked?.id !== id) throw conflict('这次起草已经做过了，请再点一次。')
      return fetchDraft(context, session.stationId, given.asked)
    },
  )
}
