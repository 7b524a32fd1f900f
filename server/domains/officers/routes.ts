import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { auditRoutes } from './audit-routes.ts'
import type { Auth } from './create-auth.ts'
import { manageOfficerRoutes } from './officer-routes.ts'
import { setupRoutes } from './setup-routes.ts'
import { signInRoutes } from './sign-in/routes.ts'
import { secondFactorRoutes } from './sign-in/second-factor-routes.ts'
import { shiftRoutes, stationRoutes } from './station-routes.ts'
import { villageRoutes } from './village-routes.ts'

/** Sign-in, officers, duty roster, station and villages, first set-up, the audit log. */
export function officerRoutes(app: App, context: Context, auth: Auth): void {
  signInRoutes(app, context, auth)
  secondFactorRoutes(app, context, auth)
  manageOfficerRoutes(app, context, auth)
  shiftRoutes(app, context)
  stationRoutes(app, context)
  villageRoutes(app, context)
  setupRoutes(app, context)
  auditRoutes(app, context)
}
