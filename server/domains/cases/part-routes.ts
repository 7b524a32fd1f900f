import { Type } from 'typebox'
import {
  CaseAnswersBody,
  CasePersonParams,
  ClockChangeBody,
  ClockParams,
  MaterialCheck,
  MaterialParams,
  NewCasePerson,
  NewClock,
  OwnSearch,
  PaperPhotoParams,
} from '../../../contract/case-changes.ts'
import { Done, Id, IdParams, Moment } from '../../../contract/common.ts'
import { SecondTripCount } from '../../../contract/second-trips.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { answerForResident } from './answer-questions.ts'
import { changeClock, promiseBy } from './change-clock.ts'
import { addPerson, removePerson } from './change-people.ts'
import { checkMaterial } from './check-material.ts'
import { countSecondTrips } from './count-second-trips.ts'
import { layPhoto, takePhotoOff } from './lay-photo.ts'
import { recordOwnSearch } from './record-own-search.ts'

const tags = ['cases']
const Made = Type.Object({ id: Id })

/** The people, papers and clocks of a case. */
export function casePartRoutes(app: App, context: Context): void {
  app.post(
    '/api/cases/:id/people',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Add somebody',
        params: IdParams,
        body: NewCasePerson,
        response: { 201: Made },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        addPerson(tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
  )

  app.delete(
    '/api/cases/:id/people/:personId',
    {
      config: { access: 'cases.write' },
      schema: { tags, summary: 'Take somebody out', params: CasePersonParams, response: { 200: Done } },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        removePerson(tx, actor, officerOf(request), request.params.id, request.params.personId),
      ),
  )

  app.post(
    '/api/cases/:id/materials/:key/checks',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Say whether a paper is right',
        params: MaterialParams,
        body: MaterialCheck,
        response: { 201: Made },
      },
    },
    (request, reply) => {
      reply.status(201)
      const { id, key } = request.params
      return write(context, request, (tx, actor) =>
        checkMaterial(tx, actor, officerOf(request), id, key, request.body),
      )
    },
  )

  for (const [method, deed, summary] of [
    ['PUT', layPhoto, 'Lay a photo of the talk to a paper'],
    ['DELETE', takePhotoOff, 'Take a photo off that was laid to the wrong paper'],
  ] as const)
    app.route({
      method,
      url: '/api/cases/:id/materials/:key/photos/:fileId',
      config: { access: 'cases.write' },
      schema: { tags, summary, params: PaperPhotoParams, response: { 200: Done } },
      handler: (request) =>
        write(context, request, async (tx, actor) => {
          const { id, ...photo } = request.params
          await deed(tx, actor, officerOf(request), id, photo)
          return { done: true as const }
        }),
    })

  app.put(
    '/api/cases/:id/answers',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: "Write down or correct the answers to the guide's questions",
        params: IdParams,
        body: CaseAnswersBody,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        answerForResident(tx, actor, officerOf(request), request.params.id, request.body.answers),
      ),
  )

  app.get(
    '/api/guides/:id/second-trips',
    {
      config: { access: 'cases.read' },
      schema: {
        tags,
        summary: 'How often people had to come again for a paper, and why',
        params: IdParams,
        response: { 200: SecondTripCount },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        countSecondTrips(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )

  app.post(
    '/api/cases/:id/own-searches',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'How long she had searched herself before she asked',
        params: IdParams,
        body: OwnSearch,
        response: { 201: Made },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        recordOwnSearch(tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
  )

  app.post(
    '/api/cases/:id/clocks',
    {
      config: { access: 'cases.write' },
      schema: { tags, summary: 'Promise a time', params: IdParams, body: NewClock, response: { 201: Made } },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) =>
        promiseBy(tx, actor, officerOf(request), request.params.id, request.body),
      )
    },
  )

  app.post(
    '/api/cases/:id/clocks/:clockId/changes',
    {
      config: { access: 'cases.write' },
      schema: {
        tags,
        summary: 'Pause, resume or extend a deadline',
        params: ClockParams,
        body: ClockChangeBody,
        response: { 200: Type.Object({ dueAt: Moment }) },
      },
    },
    (request) => {
      const { id, clockId } = request.params
      return write(context, request, (tx, actor) =>
        changeClock(tx, actor, officerOf(request), id, clockId, request.body),
      )
    },
  )
}
