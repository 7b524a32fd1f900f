import { Done, IdParams } from '../../../contract/common.ts'
import { Contact, ContactChange, ContactReads, ContactResident } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { checkVillage } from './check-village.ts'
import { linkContact } from './link-contact.ts'
import { listContactReads } from './list-contact-reads.ts'
import { changeContactRow } from './resident-profile.ts'
import { showContact } from './show-contact.ts'
import { findVisibleContact } from './visibility.ts'

const tags = ['residents']

/** The doors through which people reach the station, for officers. */
export function contactRoutes(app: App, context: Context): void {
  app.get(
    '/api/contacts/:id',
    {
      config: { access: 'residents.read' },
      schema: { tags, summary: 'A contact', params: IdParams, response: { 200: Contact } },
    },
    async (request) =>
      read(context, request, (tx) =>
        showContact(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.patch(
    '/api/contacts/:id',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Correct a contact’s name, telephone or village',
        params: IdParams,
        body: ContactChange,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      await write(context, request, async (tx, actor) => {
        await findVisibleContact(tx, officerOf(request), id, true)
        await checkVillage(tx, request.body.villageId)
        await changeContactRow(tx, actor, id, request.body)
      })
      return { done: true as const }
    },
  )
  app.post(
    '/api/contacts/:id/resident',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Confirm whose contact this is, or take that back',
        params: IdParams,
        body: ContactResident,
        response: { 200: Done },
      },
    },
    async (request) => {
      await write(context, request, (tx, actor) =>
        linkContact(tx, actor, officerOf(request), request.params.id, request.body.residentId),
      )
      return { done: true as const }
    },
  )
  app.get(
    '/api/contacts/:id/reads',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'Who looked at this contact’s matters',
        params: IdParams,
        response: { 200: ContactReads },
      },
    },
    async (request) =>
      read(context, request, async (tx) => {
        await findVisibleContact(tx, officerOf(request), request.params.id)
        return listContactReads(tx, request.params.id)
      }),
  )
}
