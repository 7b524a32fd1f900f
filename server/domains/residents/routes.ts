import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { consentRoutes } from './consents/routes.ts'
import { contactAccessRoutes } from './contact-access-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import type { MattersAbove } from './duplicates/matters-above.ts'
import { duplicateRoutes } from './duplicates/routes.ts'
import type { OwnNumbers } from './fold-reads.ts'
import { peopleRoutes } from './people-routes.ts'
import { personRoutes } from './person/routes.ts'
import { residentAccessRoutes } from './resident-access-routes.ts'
import { residentReadRoutes } from './resident-read-routes.ts'
import { residentVisitRoutes } from './resident-visit-routes.ts'

/**
 * Matters live in domains above: `contactsOfNumber` tells whose matters have a number, `ownNumbers` which of some
 * conversations, cases and appointments are a contact's, and their numbers, `mattersAbove` what goes over when two
 * entries of a person become one.
 */
export function residentRoutes(
  app: App,
  context: Context,
  contactsOfNumber: (tx: Tx, number: string) => Promise<string[]>,
  ownNumbers: OwnNumbers,
  mattersAbove: MattersAbove,
): void {
  residentReadRoutes(app, context, ownNumbers)
  residentVisitRoutes(app, context)
  residentAccessRoutes(app, context, contactsOfNumber)
  peopleRoutes(app, context)
  personRoutes(app, context)
  consentRoutes(app, context)
  duplicateRoutes(app, context, mattersAbove)
  contactRoutes(app, context)
  contactAccessRoutes(app, context)
}
