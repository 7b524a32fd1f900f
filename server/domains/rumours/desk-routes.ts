import { Type } from 'typebox'
import { Done, Id, IdParams } from '../../../contract/common.ts'
import { PublicRumourDetail, PublicRumourQuery, PublicRumours } from '../../../contract/public-rumours.ts'
import {
  ConversationRumours,
  EvidenceLooks,
  NewEvidence,
  NewRumourMove,
  NewRumourReply,
  RumourApproval,
  RumourEvidenceParams,
} from '../../../contract/rumours.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { readInStation } from '../services/open-station.ts'
import { addEvidence } from './add-evidence.ts'
import { approveReply } from './approve-reply.ts'
import { draftReply } from './draft-reply.ts'
import { listForConversation } from './list-for-conversation.ts'
import { listPublicRumours } from './list-public-rumours.ts'
import { lookAtEvidence } from './look-at-evidence.ts'
import { moveRumour } from './move-rumour.ts'
import { showPublicRumour } from './show-public-rumour.ts'
import { withdrawEvidence } from './withdraw-evidence.ts'

const tags = ['rumours']
const drafts = { access: 'rumours.draft' as const }
const decides = { access: 'rumours.decide' as const }
/** What everybody may read changes rarely: a minute in between may answer for us. */
const aMinute = 'public, max-age=60'

/** How a rumour is worked on: evidence and drafts, and what an auxiliary does not decide, its stage; what an inbox shows, and the public page. */
export function rumourDeskRoutes(app: App, context: Context): void {
  app.post(
    '/api/rumours/:id/moves',
    {
      config: decides,
      schema: {
        tags,
        summary: 'Move it on',
        params: IdParams,
        body: NewRumourMove,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        moveRumour(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/rumours/:id/evidence',
    {
      config: drafts,
      schema: {
        tags,
        summary: 'A line of evidence with its source',
        params: IdParams,
        body: NewEvidence,
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        addEvidence(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/rumours/:id/evidence-looks',
    {
      config: drafts,
      schema: {
        tags,
        summary: 'Evidence that came after the reply was looked at; the reply stays',
        params: IdParams,
        body: EvidenceLooks,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        lookAtEvidence(tx, actor, officerOf(request), request.params.id, request.body.evidenceIds),
      ),
  )
  app.delete(
    '/api/rumours/:id/evidence/:evidenceId',
    {
      config: decides,
      schema: {
        tags,
        summary: 'A line that was wrong',
        params: RumourEvidenceParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        withdrawEvidence(tx, actor, officerOf(request), request.params.id, request.params.evidenceId),
      ),
  )
  app.post(
    '/api/rumours/:id/replies',
    {
      config: drafts,
      schema: {
        tags,
        summary: 'Draft the reply for the stage at hand',
        params: IdParams,
        body: NewRumourReply,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        draftReply(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/rumours/:id/approvals',
    {
      config: { access: 'scripts.approve' },
      schema: {
        tags,
        summary: 'A second person lets the reply go out',
        params: IdParams,
        body: RumourApproval,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        approveReply(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.get(
    '/api/conversations/:id/rumours',
    {
      config: { access: 'conversations.write' },
      schema: {
        tags,
        summary: 'What this matter may be asking about',
        params: IdParams,
        response: { 200: ConversationRumours },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listForConversation(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.get(
    '/api/public/rumours',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'What is told, and our answers, for everybody',
        querystring: PublicRumourQuery,
        response: { 200: PublicRumours },
      },
    },
    async (request, reply) => {
      const answer = await readInStation(context, request.query.stationCode, listPublicRumours)
      reply.header('cache-control', aMinute)
      return answer
    },
  )
  app.get(
    '/api/public/rumours/:id',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'One with our answer, for everybody',
        params: IdParams,
        querystring: PublicRumourQuery,
        response: { 200: PublicRumourDetail },
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const answer = await readInStation(context, request.query.stationCode, (tx) => showPublicRumour(tx, id))
      reply.header('cache-control', aMinute)
      return answer
    },
  )
}
