import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { contactAccessRoutes } from './contact-access-routes.ts'
import { contactRoutes } from './contact-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { residentAccessRoutes } from './resident-access-routes.ts'
import { residentVisitRoutes } from './resident-visit-routes.ts'

/** `contactOfNumber` tells whose conversation has a number: conversations live in a domain above. */
export function residentRoutes(
  app: App,
  context: Context,
  contactOfNumber: (tx: Tx, number: string) => Promise<string | null>,
): void {
  residentVisitRoutes(app, context)
  residentAccessRoutes(app, context, contactOfNumber)
  peopleRoutes(app, context)
  contactRoutes(app, context)
  contactAccessRoutes(app, context)
}
