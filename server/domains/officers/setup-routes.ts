import { Done } from '../../../contract/common.ts'
import { Setup, SetupState } from '../../../contract/officers.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { isSetupNeeded, setUpStation } from './set-up-station.ts'
import { tryLimit } from './sign-in/routes.ts'

const tags = ['setup']

export function setupRoutes(app: App, context: Context): void {
  app.get(
    '/api/setup',
    {
      config: { access: 'public' },
      schema: { tags, summary: 'Whether the first set-up is still to do', response: { 200: SetupState } },
    },
    async () => ({ needed: await isSetupNeeded(context.pool) }),
  )

  app.post(
    '/api/setup',
    {
      config: { access: 'public', rateLimit: tryLimit },
      schema: {
        tags,
        summary: 'The first station and its administrator, with the token the server printed',
        body: Setup,
        response: { 200: Done },
      },
    },
    async (request) => {
      await setUpStation(context, request.body, request.id)
      return { done: true as const }
    },
  )
}
