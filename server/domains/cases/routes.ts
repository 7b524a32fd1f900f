import {
  CallParams,
  CaseChange,
  CaseReopeningBody,
  CaseRevision,
  CaseStatusBody,
  NewCase,
  OpenedCase,
  OutcomeAnswer,
  OutcomeBody,
  OutcomeNoticeBody,
} from '../../../contract/case-changes.ts'
import { Case, CaseDoor, CasePage, CaseQuery } from '../../../contract/cases.ts'
import { Done, IdParams } from '../../../contract/common.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { nextNumber } from '../../platform/numbers.ts'
import { stationDay } from '../../platform/station-day.ts'
import { changeCase } from './change-case.ts'
import { changeStatus } from './change-status.ts'
import { decideOutcome } from './decide-outcome.ts'
import { finishCall } from './finish-call.ts'
import { listCases } from './list-cases.ts'
import { openCase } from './open-case.ts'
import { casePartRoutes } from './part-routes.ts'
import { caseRelationRoutes } from './relation-routes.ts'
import { reopenCase } from './reopen-case.ts'
import { residentCaseRoutes } from './resident-routes.ts'
import { showCase } from './show-case.ts'
import { showDoor } from './show-door.ts'
import { takeToldPapers } from './take-told-papers.ts'
import { giveOutcomeNotice } from './tell-outcome.ts'

const tags = ['cases']

/** Everything that is asked of cases, at the workbench and on the resident's phone. */
export function caseRoutes(app: App, context: Context): void {
  app.post(
    '/api/cases',
    {
      config: { access: 'cases.write' },
      schema: { tags, summary: 'Open a case', body: NewCase, response: { 201: OpenedCase } },
    },
    async (request, reply) => {
      const session = officerOf(request)
      const now = new Date()
      const number = await nextNumber(context.pool, session.stationId, 'case', stationDay(now))
      reply.status(201)
      return write(context, request, async (tx, actor) => {
        const opened = await openCase(tx, actor, session, request.body, number, now)
        await takeToldPapers(tx, actor, opened.id, request.body)
        return opened
      })
    },
  )

  app.get(
    '/api/cases',
    {
      config: { access: 'cases.read' },
      schema: { tags, summary: 'The cases', querystring: CaseQuery, response: { 200: CasePage } },
    },
    (request) =>
      read(context, request, (tx) => listCases(tx, actorOf(request), officerOf(request), request.query)),
  )

  app.get(
    '/api/cases/:id',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        summary: 'One case; the reading is recorded',
        params: IdParams,
        response: { 200: Case },
      },
    },
    (request) => showCase(context.pool, actorOf(request), officerOf(request), request.params.id),
  )

  app.patch(
    '/api/cases/:id',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Correct, move or assign it',
        params: IdParams,
        body: CaseChange,
        response: { 200: CaseRevision },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        changeCase(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.post(
    '/api/cases/:id/status-changes',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Set a status',
        params: IdParams,
        body: CaseStatusBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        changeStatus(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.get(
    '/api/cases/:id/door',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        summary: 'Whether a message reaches the resident of the case',
        params: IdParams,
        response: { 200: CaseDoor },
      },
    },
    (request) => read(context, request, (tx) => showDoor(tx, officerOf(request), request.params.id)),
  )

  app.post(
    '/api/cases/:id/outcome',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Decide how it ended, and tell the resident',
        params: IdParams,
        body: OutcomeBody,
        response: { 200: OutcomeAnswer },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        decideOutcome(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.post(
    '/api/cases/:id/outcome-notice',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'The resident was told (or is told now)',
        params: IdParams,
        body: OutcomeNoticeBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        giveOutcomeNotice(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )

  app.post(
    '/api/cases/:id/outcome-calls/:callId/done',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'She was rung up, or told in person, how it ended',
        params: CallParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        finishCall(tx, actor, officerOf(request), request.params.id, request.params.callId),
      ),
  )

  app.post(
    '/api/cases/:id/reopenings',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Take a finished case up again',
        params: IdParams,
        body: CaseReopeningBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        reopenCase(tx, actor, officerOf(request), request.params.id, request.body.reason),
      ),
  )

  casePartRoutes(app, context)
  caseRelationRoutes(app, context)
  residentCaseRoutes(app, context)
}
