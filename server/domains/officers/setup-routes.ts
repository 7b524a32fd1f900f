import { Done } from '../../../contract/common.ts'
import { Setup, SetupInvitation, SetupState, SetupToken } from '../../../contract/officers.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { readInvitation } from './read-invitation.ts'
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

  // Asked by POST, so that the words of the link stand in no address and no log.
  app.post(
    '/api/setup/invitation',
    {
      config: { access: 'public', rateLimit: tryLimit },
      schema: {
        tags,
        summary: 'Which station a link may found, and until when',
        body: SetupToken,
        response: { 200: SetupInvitation },
      },
    },
    async (request) => {
      const { code, name, until } = await readInvitation(context, request.body.token)
      return { code, stationName: name, until: until.toISOString() }
    },
  )

  app.post(
    '/api/setup',
    {
      config: { access: 'public', rateLimit: tryLimit },
      schema: {
        tags,
        summary:
          'The first station with the token the server printed, or a further one by a link made for it',
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
