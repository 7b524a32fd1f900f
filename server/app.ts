import type { Context } from './platform/context.ts'
import type { Authenticators } from './platform/http/access.ts'
import { type App, createHttp } from './platform/http/create-http.ts'

/** The one list of domains: everything the server answers. */
export async function createApp(
  context: Context,
  authenticators: Authenticators,
  options: { rateLimits?: boolean } = {},
): Promise<App> {
  const app = await createHttp(context, authenticators, options)
  return app
}
