import { Done, IdParams } from '../../../contract/common.ts'
import { AccessCode, AccessLink } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { issueAccessCode } from './access-code.ts'
import { issueAccessLink } from './access-link.ts'
import { residentSecret } from './authenticate-resident.ts'
import { originOf } from './origin.ts'
import { revokeAccess } from './revoke-access.ts'
import { forgetVersions } from './revoked-access.ts'
import { findVisibleContact } from './visibility.ts'

const tags = ['residents']

/** How officers help a resident back to her matters, or shut out a phone she lost. */
export function contactAccessRoutes(app: App, context: Context): void {
  const secret = residentSecret(context)
  app.post(
    '/api/contacts/:id/access-link',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'A link that opens the contact’s matters on the resident’s phone',
        params: IdParams,
        response: { 200: AccessLink },
      },
    },
    async (request) => {
      const { id } = request.params
      const origin = originOf(context, request)
      // Not through write(): what opens a door must not come to lie in the table of first answers.
      return read(context, request, async (tx) => {
        await findVisibleContact(tx, officerOf(request), id)
        return issueAccessLink(tx, actorOf(request), id, { secret, origin })
      })
    },
  )
  app.post(
    '/api/contacts/:id/access-code',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Six digits to read to the resident, good for ten minutes',
        params: IdParams,
        response: { 200: AccessCode },
      },
    },
    async (request) => {
      const session = officerOf(request)
      return read(context, request, async (tx) => {
        await findVisibleContact(tx, session, request.params.id, true)
        return issueAccessCode(tx, actorOf(request), request.params.id, secret)
      })
    },
  )
  app.delete(
    '/api/contacts/:id/access',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Shut out every phone and link of a contact: her phone was lost',
        params: IdParams,
        response: { 200: Done },
      },
    },
    async (request) => {
      const { id } = request.params
      const session = officerOf(request)
      await write(context, request, async (tx, actor) => {
        await findVisibleContact(tx, session, id)
        await revokeAccess(tx, actor, id)
      })
      forgetVersions(context.pool, session.stationId)
      return { done: true as const }
    },
  )
}
