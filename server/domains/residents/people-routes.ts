import { Done, IdParams } from '../../../contract/common.ts'
import {
  NewResident,
  Resident,
  ResidentChange,
  ResidentPage,
  ResidentQuery,
} from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { listResidents } from './list-residents.ts'
import { changeResident, recordResident } from './record-resident.ts'
import { showResident } from './show-resident.ts'

const tags = ['residents']

/** People of the register, for officers. */
export function peopleRoutes(app: App, context: Context): void {
  app.get(
    '/api/residents',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'Find people by name, initials, telephone, door or nickname',
        querystring: ResidentQuery,
        response: { 200: ResidentPage },
      },
    },
    async (request) =>
      read(context, request, (tx) => listResidents(tx, actorOf(request), officerOf(request), request.query)),
  )
  app.get(
    '/api/residents/:id',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'A person with household and contacts',
        params: IdParams,
        response: { 200: Resident },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        showResident(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/residents',
    {
      config: { access: 'residents.write' },
      schema: { tags, summary: 'Record a person', body: NewResident, response: { 201: IdParams } },
    },
    async (request, reply) => {
      const id = await write(context, request, (tx, actor) =>
        recordResident(tx, actor, officerOf(request), request.body),
      )
      reply.status(201)
      return { id }
    },
  )
  app.patch(
    '/api/residents/:id',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Change what is known of a person',
        params: IdParams,
        body: ResidentChange,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, (tx, actor) =>
        changeResident(tx, actor, officerOf(request), request.params.id, request.body),
      )
      return { done: true as const }
    },
  )
}
