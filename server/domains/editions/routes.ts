import { Done, IdParams } from '../../../contract/common.ts'
import {
  EditionAcceptances,
  EditionAccepted,
  EditionAdapted,
  EditionDeclination,
  EditionProposalDetail,
  EditionProposalQuery,
  EditionProposals,
} from '../../../contract/editions.ts'
import { AdaptedScript } from '../../../contract/scripts.ts'
import { GuideChange } from '../../../contract/services.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { acceptProposals } from './accept-proposals.ts'
import { adaptGuide, adaptScript } from './adapt-proposal.ts'
import { declineProposal } from './decline-proposal.ts'
import { listProposals, readProposal } from './read-proposals.ts'

const tags = ['editions']
/** Guides besides need services.write: of what one may not decide about one is told nothing. */
const config = { access: 'scripts.approve' as const }

/** What a newer installation brings, laid before the station: read side by side, taken over, adapted or declined. */
export function editionRoutes(app: App, context: Context): void {
  app.get(
    '/api/edition-proposals',
    {
      config,
      schema: {
        tags,
        summary: 'Delivered scripts and guides that wait for a decision, or were decided',
        querystring: EditionProposalQuery,
        response: { 200: EditionProposals },
      },
    },
    (request) =>
      read(context, request, async (tx) => ({
        items: await listProposals(tx, officerOf(request), request.query),
      })),
  )
  app.get(
    '/api/edition-proposals/:id',
    {
      config,
      schema: {
        tags,
        summary: 'One with the words of both sides',
        params: IdParams,
        response: { 200: EditionProposalDetail },
      },
    },
    (request) => read(context, request, (tx) => readProposal(tx, officerOf(request), request.params.id)),
  )
  app.post(
    '/api/edition-acceptances',
    {
      config,
      schema: {
        tags,
        summary: 'What was delivered is in use from now on',
        body: EditionAcceptances,
        response: { 200: EditionAccepted },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => acceptProposals(tx, actor, officerOf(request), request.body)),
  )
  app.post(
    '/api/edition-proposals/:id/script-version',
    {
      config,
      schema: {
        tags,
        summary: 'A delivered script with changes of the station’s own; a second person approves',
        params: IdParams,
        body: AdaptedScript,
        response: { 200: EditionAdapted },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        adaptScript(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/edition-proposals/:id/guide-change',
    {
      config: { access: 'services.write' },
      schema: {
        tags,
        summary: 'A delivered guide with changes of the station’s own',
        params: IdParams,
        body: GuideChange,
        response: { 200: EditionAdapted },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        adaptGuide(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/edition-proposals/:id/declination',
    {
      config,
      schema: {
        tags,
        summary: 'The station keeps what it has, and why',
        params: IdParams,
        body: EditionDeclination,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, async (tx, actor) => {
        await declineProposal(tx, actor, officerOf(request), request.params.id, request.body.reason)
        return { done: true as const }
      }),
  )
}
