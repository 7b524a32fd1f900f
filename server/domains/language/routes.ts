import { Done, IdParams } from '../../../contract/common.ts'
import {
  EndpointCheck,
  EndpointSettings,
  EndpointSetup,
  EndpointSwitch,
  LanguageAvailability,
  LanguageCalls,
  MachineDraft,
  MachineDraftBody,
  PurposeParams,
} from '../../../contract/language.ts'
import { AskedTranscript } from '../../../contract/transcripts.ts'
import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/errors.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { askForTranscript } from './ask-for-transcript.ts'
import { checkEndpoint } from './check-endpoint.ts'
import { type AskedDraft, askForDraft, fetchDraft } from './draft-words.ts'
import { showEndpoint } from './endpoint.ts'
import { listCalls } from './list-calls.ts'
import { setUpEndpoint } from './set-up-endpoint.ts'
import { switchEndpoint } from './switch-endpoint.ts'

const tags = ['language']
const config = { access: 'language.configure' as const }

/** Machines elsewhere that draft, or write down what a recording says: off by default, and never the last word. */
export function languageRoutes(app: App, context: Context): void {
  app.get(
    '/api/language-endpoints/:purpose',
    {
      config,
      schema: { tags, summary: 'What is set up', params: PurposeParams, response: { 200: EndpointSettings } },
    },
    (request) =>
      read(context, request, async (tx) => ({ endpoint: await showEndpoint(tx, request.params.purpose) })),
  )
  app.put(
    '/api/language-endpoints/:purpose',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'Another address, model or key; off afterwards',
        params: PurposeParams,
        body: EndpointSetup,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        setUpEndpoint(context, tx, actor, request.params.purpose, request.body),
      ),
  )
  app.put(
    '/api/language-endpoints/:purpose/switch',
    {
      config: { ...config, stepUp: true },
      schema: {
        tags,
        summary: 'On, with an impact assessment, or off',
        params: PurposeParams,
        body: EndpointSwitch,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => switchEndpoint(tx, actor, request.params.purpose, request.body)),
  )
  app.post(
    '/api/language-endpoints/:purpose/checks',
    {
      config,
      schema: {
        tags,
        summary: 'Try whether it answers',
        params: PurposeParams,
        response: { 200: EndpointCheck },
      },
    },
    (request) =>
      checkEndpoint(context, officerOf(request).stationId, actorOf(request), request.params.purpose),
  )
  app.get(
    '/api/language-calls',
    { config, schema: { tags, summary: 'What was asked lately', response: { 200: LanguageCalls } } },
    (request) => read(context, request, (tx) => listCalls(tx, actorOf(request))),
  )
  app.get(
    '/api/drafting/availability',
    {
      config: { access: 'conversations.write' },
      schema: { tags, summary: 'Whether drafts are to be had', response: { 200: LanguageAvailability } },
    },
    (request) =>
      read(context, request, async (tx) => ({
        on: Boolean((await showEndpoint(tx, 'drafting'))?.switchedOnAt),
      })),
  )
  app.get(
    '/api/transcription/availability',
    {
      config: { access: 'conversations.write' },
      schema: { tags, summary: 'Whether recordings are heard', response: { 200: LanguageAvailability } },
    },
    (request) =>
      read(context, request, async (tx) => ({
        on: Boolean((await showEndpoint(tx, 'transcription'))?.switchedOnAt),
      })),
  )
  app.post(
    '/api/conversations/:id/transcripts',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'Have a recording heard that was not',
        params: IdParams,
        body: AskedTranscript,
        response: { 202: Done },
      },
    },
    async (request, reply) => {
      reply.status(202)
      return write(context, request, (tx, actor) =>
        askForTranscript(context, tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
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
