import { Done } from '../../../contract/common.ts'
import { AccessAnswer, AccessByCode, AccessByLink, AccessLink } from '../../../contract/residents.ts'
import type { Context } from '../../platform/context.ts'
import { residentOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, onceByKey, read, wasDone } from '../../platform/http/write.ts'
import { inStation, type Tx } from '../../platform/tenancy.ts'
import { findStation } from '../officers/views.ts'
import { tryAccessCode, wrongCode } from './access-code.ts'
import { issueAccessLink, openAccessLink, readAccessLink } from './access-link.ts'
import { accessVersionOf } from './access-version.ts'
import { residentDoor } from './authenticate-resident.ts'
import { originOf } from './origin.ts'
import { putCookie } from './resident-cookie.ts'
import { forgetVersions } from './revoked-access.ts'
import { shutOthersOut } from './shut-others-out.ts'

const tags = ['residents (phone)']

/** How a resident finds her matters again on another phone, and shuts a lost one out. */
export function residentAccessRoutes(
  app: App,
  context: Context,
  contactsOfNumber: (tx: Tx, number: string) => Promise<string[]>,
): void {
  const door = residentDoor(context)
  const { secret } = door
  app.get(
    '/api/resident/access-link',
    {
      config: { access: 'resident' },
      schema: {
        tags,
        summary: 'A link to save: it opens these matters on any phone',
        response: { 200: AccessLink },
      },
    },
    async (request) => {
      const { contactId } = residentOf(request)
      const origin = originOf(context, request)
      return read(context, request, (tx) =>
        issueAccessLink(tx, actorOf(request), contactId, { secret, origin }),
      )
    },
  )
  app.post(
    '/api/resident/access',
    {
      config: { access: 'public', rateLimit: { max: 60, timeWindow: 60_000 } },
      schema: { tags, summary: 'Open a saved link', body: AccessByLink, response: { 200: AccessAnswer } },
    },
    async (request, reply) => {
      const link = readAccessLink(secret, request.body.token)
      const { stationId, contactId } = link
      const station = await inStation(context.pool, stationId, async (tx) => {
        const actor = { kind: 'resident', id: contactId, requestId: request.id } as const
        await openAccessLink(tx, actor, contactId, link.version)
        return findStation(tx, stationId)
      })
      putCookie(door, request, reply, link)
      return { stationId, stationCode: station!.code }
    },
  )
  app.post(
    '/api/resident/access-code',
    {
      // Six digits and few tries for each code; this bounds who tries many numbers.
      config: { access: 'public', rateLimit: { max: 10, timeWindow: 10 * 60_000 } },
      schema: {
        tags,
        summary:
          'Open a resident’s matters with the number of any of them and the six digits the station read out',
        body: AccessByCode,
        response: { 200: AccessAnswer },
      },
    },
    async (request, reply) => {
      const { stationCode, number, code } = request.body
      const station = await findStation(context.pool, stationCode)
      if (!station) throw wrongCode()
      const stationId = station.id
      const opened = await inStation(context.pool, stationId, async (tx) => {
        const contactIds = await contactsOfNumber(tx, number.normalize('NFKC').trim().toUpperCase())
        const open = (contactId: string) => async () => {
          const version = await accessVersionOf(tx, contactId)
          return version === null ? null : { stationId, contactId, version }
        }
        // A code opens once; whose answer was lost on the way tries again with the same key and is let in.
        for (const id of contactIds) if (await wasDone(tx, request, id)) return open(id)()
        const contactId = await tryAccessCode(tx, contactIds, { code, address: request.ip }, secret)
        return contactId ? onceByKey(tx, request, contactId, open(contactId)) : null
      })
      // Only now: the failed try is counted in the transaction, which must not roll back.
      if (!opened) throw wrongCode()
      putCookie(door, request, reply, opened)
      return { stationId, stationCode: station.code }
    },
  )
  app.delete(
    '/api/resident/access',
    {
      // A visitor's door: by the second try the cookie of the first is worth nothing (shut-others-out.ts).
      config: { access: 'visitor' },
      schema: {
        tags,
        summary: 'Shut every other phone and every link out; this phone stays in',
        response: { 200: Done },
      },
    },
    async (request, reply) => {
      const contact = await shutOthersOut(context, secret, request)
      forgetVersions(context.pool, contact.stationId)
      putCookie(door, request, reply, contact)
      return { done: true as const }
    },
  )
}
