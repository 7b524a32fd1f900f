import { hashPassword } from 'better-auth/crypto'
import { IdParams } from '../../../contract/common.ts'
import {
  InitialPassword,
  NewOfficer,
  NewPasswordReset,
  NewSuspension,
  Officer,
  OfficerChange,
  OfficerList,
} from '../../../contract/officers.ts'
import { initialPasswordEnd, makeInitialPassword } from '../../platform/auth/accounts.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { inStation } from '../../platform/tenancy.ts'
import { askConfirmation } from './ask-confirmation.ts'
import { changeOfficer } from './change-officer.ts'
import { confirmOfficer } from './confirm-officer.ts'
import type { Auth } from './create-auth.ts'
import { createOfficer } from './create-officer.ts'
import { resetPassword } from './reset-password.ts'
import { readOfficer, readOfficers } from './store.ts'
import { enableOfficer, suspendOfficer } from './suspend-officer.ts'

const tags = ['officers']
const response = { 200: Officer }

export function manageOfficerRoutes(app: App, context: Context, auth: Auth): void {
  app.get(
    '/api/officers',
    {
      config: { access: 'officers.read' },
      schema: { tags, summary: 'Colleagues, and who is on duty now', response: { 200: OfficerList } },
    },
    async (request) => ({ items: await read(context, request, (tx) => readOfficers(tx, new Date())) }),
  )

  // Without the idempotency of write(): it would keep the password in its answer.
  app.post(
    '/api/officers',
    {
      config: { access: 'officers.manage', stepUp: true },
      schema: {
        tags,
        summary: 'A new officer, with a first password shown this once',
        body: NewOfficer,
        response: { 200: InitialPassword },
      },
    },
    async (request) => {
      const first = await makeFirstPassword()
      const officer = await inStation(context.pool, officerOf(request).stationId, async (tx) => {
        const id = await createOfficer(tx, actorOf(request), request.body, first)
        await askConfirmation(tx, actorOf(request), id, 'created')
        return readOfficer(tx, id)
      })
      return { officer, initialPassword: first.password, validUntil: first.initialUntil.toISOString() }
    },
  )

  app.patch(
    '/api/officers/:id',
    {
      config: { access: 'officers.manage' },
      schema: { tags, summary: 'Change an officer', params: IdParams, body: OfficerChange, response },
    },
    async (request) => {
      const { id } = request.params
      const officer = await write(context, request, (tx, actor) => changeOfficer(tx, actor, id, request.body))
      auth.cache.forgetOfficer(id)
      return officer
    },
  )

  app.post(
    '/api/officers/:id/suspension',
    {
      config: { access: 'officers.manage' },
      schema: { tags, summary: 'Disable an officer', params: IdParams, body: NewSuspension, response },
    },
    async (request) => {
      const { id } = request.params
      const { reason } = request.body
      const officer = await write(context, request, (tx, actor) => suspendOfficer(tx, actor, id, reason))
      auth.cache.forgetOfficer(id)
      return officer
    },
  )

  app.delete(
    '/api/officers/:id/suspension',
    {
      config: { access: 'officers.manage' },
      schema: { tags, summary: 'Enable an officer again', params: IdParams, response },
    },
    (request) => write(context, request, (tx, actor) => enableOfficer(tx, actor, request.params.id)),
  )

  app.post(
    '/api/officers/:id/confirmation',
    {
      config: { access: 'conversations.read', stepUp: true },
      schema: {
        tags,
        summary: 'A second person confirms an account that sees residents’ matters',
        params: IdParams,
        response,
      },
    },
    (request) => write(context, request, (tx, actor) => confirmOfficer(tx, actor, request.params.id)),
  )

  app.post(
    '/api/officers/:id/password-reset',
    {
      config: { access: 'officers.manage', stepUp: true },
      schema: {
        tags,
        summary: 'A first password again, shown this once; her sessions end',
        params: IdParams,
        body: NewPasswordReset,
        response: { 200: InitialPassword },
      },
    },
    async (request) => {
      const { id } = request.params
      const removeSecondFactor = request.body.removeSecondFactor ?? false
      const first = await makeFirstPassword()
      const officer = await inStation(context.pool, officerOf(request).stationId, (tx) =>
        resetPassword(tx, actorOf(request), id, { ...first, removeSecondFactor }),
      )
      auth.cache.forgetOfficer(id)
      return { officer, initialPassword: first.password, validUntil: first.initialUntil.toISOString() }
    },
  )
}

async function makeFirstPassword() {
  const password = makeInitialPassword()
  return { password, hash: await hashPassword(password), initialUntil: initialPasswordEnd(new Date()) }
}
