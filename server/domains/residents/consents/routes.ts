import { Done, IdParams } from '../../../../contract/common.ts'
import { ConsentHistory, NewConsent, OwnConsent, OwnConsents } from '../../../../contract/consents.ts'
import { OptOut } from '../../../../contract/person.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf, residentOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { findVisibleContact } from '../visibility.ts'
import { optContactOut } from './opt-contact-out.ts'
import { sayOwnConsent, showOwnConsents } from './own-consents.ts'
import { recordConsent } from './record-consent.ts'
import { showConsentHistory } from './show-consents.ts'

const tags = ['residents']
const phoneTags = ['residents (phone)']

/** On what basis what is known of people is used: written down by officers, decided by themselves on their phones. */
export function consentRoutes(app: App, context: Context): void {
  app.get(
    '/api/residents/:id/consents',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'All that a person ever agreed to, refused or took back',
        params: IdParams,
        response: { 200: ConsentHistory },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        showConsentHistory(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/residents/:id/consents',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Write down what a person answered about one use of her data',
        params: IdParams,
        body: NewConsent,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        recordConsent(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/contacts/:id/opt-out',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'Stop notices to a contact, or let them go again, with what she said',
        params: IdParams,
        body: OptOut,
        response: { 200: Done },
      },
    },
    async (request) => {
      const contactId = request.params.id
      await write(context, request, async (tx, actor) => {
        const { villageId } = await findVisibleContact(tx, officerOf(request), contactId, true)
        await optContactOut(tx, actor, { contactId, villageId, ...request.body })
      })
      return { done: true as const }
    },
  )
  app.get(
    '/api/resident/consents',
    {
      config: { access: 'resident' },
      schema: {
        tags: phoneTags,
        summary: 'What I let the station contact me about',
        response: { 200: OwnConsents },
      },
    },
    (request) => read(context, request, (tx) => showOwnConsents(tx, residentOf(request).contactId)),
  )
  app.post(
    '/api/resident/consents',
    {
      config: { access: 'resident' },
      schema: {
        tags: phoneTags,
        summary: 'Agree to one use, or take it back',
        body: OwnConsent,
        response: { 200: OwnConsents },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        sayOwnConsent(tx, actor, residentOf(request).contactId, request.body),
      ),
  )
}
