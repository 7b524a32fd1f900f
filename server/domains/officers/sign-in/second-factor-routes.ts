import { Done } from '../../../../contract/common.ts'
import {
  BackupCodes,
  SecondFactorConfirmation,
  SecondFactorEnrolment,
  SecondFactorSecret,
  StepUp,
} from '../../../../contract/officers.ts'
import type { Context } from '../../../platform/context.ts'
import type { App } from '../../../platform/http/create-http.ts'
import type { Auth } from '../create-auth.ts'
import { holderOf, tryLimit } from './routes.ts'
import { confirmSecondFactor, enrolSecondFactor, removeOwnSecondFactor } from './second-factor.ts'

const tags = ['session']

export function secondFactorRoutes(app: App, context: Context, auth: Auth): void {
  const { pool } = context
  const config = { access: 'signed_in', rateLimit: tryLimit } as const

  app.post(
    '/api/session/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Begin with an authenticator: its secret',
        body: SecondFactorEnrolment,
        response: { 200: SecondFactorSecret },
      },
    },
    async (request) => {
      const holder = await holderOf(context, auth, request)
      return enrolSecondFactor(pool, auth, holder, request.body.password)
    },
  )

  app.post(
    '/api/session/second-factor/confirmation',
    {
      config,
      schema: {
        tags,
        summary: 'The first code turns it on; the backup codes are shown this once',
        body: SecondFactorConfirmation,
        response: { 200: BackupCodes },
      },
    },
    async (request, reply) => {
      const holder = await holderOf(context, auth, request)
      const { token, backupCodes } = await confirmSecondFactor(pool, auth, holder, request.body.code)
      auth.cookie.write(reply, token)
      return { backupCodes }
    },
  )

  app.delete(
    '/api/session/second-factor',
    {
      config,
      schema: { tags, summary: 'Turn the second factor off', body: StepUp, response: { 200: Done } },
    },
    async (request) => {
      const holder = await holderOf(context, auth, request)
      await removeOwnSecondFactor(pool, auth, holder, request.body)
      return { done: true as const }
    },
  )
}
