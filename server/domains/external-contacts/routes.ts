import { Done, IdParams } from '../../../contract/common.ts'
import {
  ExternalContact,
  ExternalContactPage,
  ExternalContactQuery,
  LinkRefusal,
  WorkAccounts,
} from '../../../contract/external-contacts.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import type { ApiOf } from './connection.ts'
import { contactDoorRoutes } from './door-routes.ts'
import { listExternalContacts } from './list-external-contacts.ts'
import { listWorkAccounts } from './list-work-accounts.ts'
import { reconcileRoutes } from './reconcile-routes.ts'
import { refuseLink } from './refuse-link.ts'
import { showExternalContact } from './show-external-contact.ts'

const tags = ['external-contacts']
const reads = { access: 'residents.read' as const }

/** The contacts of the work accounts, for officers. Whose a contact is, is confirmed at `/api/contacts/:id/resident`. */
export function externalContactRoutes(app: App, context: Context, apiOf: ApiOf): void {
  reconcileRoutes(app, context, apiOf)
  contactDoorRoutes(app, context, apiOf)

  app.get(
    '/api/work-accounts',
    {
      config: reads,
      schema: { tags, summary: 'The work accounts and their numbers', response: { 200: WorkAccounts } },
    },
    (request) => read(context, request, listWorkAccounts),
  )
  app.get(
    '/api/external-contacts',
    {
      config: reads,
      schema: {
        tags,
        summary: 'The contacts of the work accounts',
        querystring: ExternalContactQuery,
        response: { 200: ExternalContactPage },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listExternalContacts(tx, actorOf(request), officerOf(request), request.query),
      ),
  )
  app.get(
    '/api/external-contacts/:id',
    {
      config: reads,
      schema: {
        tags,
        summary: 'A contact of the work accounts, with who it may be',
        params: IdParams,
        response: { 200: ExternalContact },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        showExternalContact(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/external-contacts/:id/link-refusals',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'It is not this person',
        params: IdParams,
        body: LinkRefusal,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        refuseLink(tx, actor, officerOf(request), request.params.id, request.body.residentId),
      ),
  )
}
