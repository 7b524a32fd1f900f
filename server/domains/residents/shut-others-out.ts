import type { FastifyRequest } from 'fastify'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import { wasDone, write } from '../../platform/http/write.ts'
import { inStation } from '../../platform/tenancy.ts'
import { accessVersionOf } from './access-version.ts'
import { chosenToken } from './authenticate-resident.ts'
import { ensureContact } from './ensure-contact.ts'
import { revokeAccess } from './revoke-access.ts'

/**
 * Raises the version of the caller's access and returns what her phone's new cookie says. When the answer with that
 * cookie was lost, the phone comes again with the old one: it is let in if it is just one version older and brings the
 * key with which it raised it. Only that phone knows the key.
 */
export async function shutOthersOut(
  context: Pick<Context, 'pool'>,
  secret: Buffer,
  request: FastifyRequest,
): Promise<{ stationId: string; contactId: string; version: number }> {
  if (!request.residentSession) {
    const repeated = await findRepeated(context, secret, request)
    if (repeated) return repeated
  }
  const { stationId, contactId } = residentOf(request)
  const version = await write(context, request, async (tx, actor) => {
    await ensureContact(tx, { id: contactId, channel: 'web' })
    return revokeAccess(tx, actor, contactId)
  })
  return { stationId, contactId, version }
}

async function findRepeated(context: Pick<Context, 'pool'>, secret: Buffer, request: FastifyRequest) {
  const token = chosenToken(secret, request)
  if (!token || !request.headers['idempotency-key']) return null
  const { stationId, contactId } = token
  return inStation(context.pool, stationId, async (tx) => {
    const version = await accessVersionOf(tx, contactId)
    if (version !== token.version + 1 || !(await wasDone(tx, request, contactId))) return null
    return { stationId, contactId, version }
  })
}
