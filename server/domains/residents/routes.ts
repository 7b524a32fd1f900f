import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactAccessRoutes } from './contact-access-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import type { OwnNumbers } from './fold-reads.ts'
import { peopleRoutes } from './people-routes.ts'
import { residentAccessRoutes } from './resident-access-routes.ts'
import { residentReadRoutes } from './resident-read-routes.ts'
import { residentVisitRoutes } from './resident-visit-routes.ts'

/**
 * Matters live in domains above: `contactsOfNumber` tells whose matters have a number, `ownNumbers` which of some
 * conversations, cases and appointments are a contact's, and their numbers.
 */
export function residentRoutes(
  app: App,
  context: Context,
  contactsOfNumber: (tx: Tx, number: string) => Promise<string[]>,
  ownNumbers: OwnNumbers,
): void {
  residentReadRoutes(app, context, ownNumbers)
  residentVisitRoutes(app, context)
  residentAccessRoutes(app, context, contactsOfNumber)
  peopleRoutes(app, context)
  contactRoutes(app, context)
  contactAccessRoutes(app, context)
}
