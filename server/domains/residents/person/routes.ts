import { Done, IdParams } from '../../../../contract/common.ts'
import {
  NewResidentPhone,
  NewResidentRelation,
  PhoneParams,
  RelationParams,
} from '../../../../contract/person.ts'
import { ContactReads } from '../../../../contract/residents.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import { listResidentReads } from '../list-resident-reads.ts'
import { addPhone } from './add-phone.ts'
import { addRelation } from './add-relation.ts'
import { endPhone } from './end-phone.ts'
import { endRelation } from './end-relation.ts'

const tags = ['residents']

/** What hangs on a person's entry: further telephones, relations, and who looked. */
export function personRoutes(app: App, context: Context): void {
  app.post(
    '/api/residents/:id/phones',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'A further telephone of a person, and whose it is',
        params: IdParams,
        body: NewResidentPhone,
        response: { 201: IdParams },
      },
    },
    async (request, reply) => {
      const added = await write(context, request, (tx, actor) =>
        addPhone(tx, actor, officerOf(request), request.params.id, request.body),
      )
      reply.status(201)
      return added
    },
  )
  app.delete(
    '/api/residents/:id/phones/:phoneId',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'A further telephone is hers no more',
        params: PhoneParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        endPhone(tx, actor, officerOf(request), request.params.id, request.params.phoneId),
      ),
  )
  app.post(
    '/api/residents/:id/relations',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'What two people of the register are to each other',
        params: IdParams,
        body: NewResidentRelation,
        response: { 201: IdParams },
      },
    },
    async (request, reply) => {
      const added = await write(context, request, (tx, actor) =>
        addRelation(tx, actor, officerOf(request), request.params.id, request.body),
      )
      reply.status(201)
      return added
    },
  )
  app.delete(
    '/api/residents/:id/relations/:relationId',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Two people are that to each other no more',
        params: RelationParams,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        endRelation(tx, actor, officerOf(request), request.params.id, request.params.relationId),
      ),
  )
  app.get(
    '/api/residents/:id/reads',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'Who looked at this person’s entry and matters',
        params: IdParams,
        response: { 200: ContactReads },
      },
    },
    (request) => read(context, request, (tx) => listResidentReads(tx, officerOf(request), request.params.id)),
  )
}
