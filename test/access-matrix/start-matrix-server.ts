import { after } from 'node:test'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { createApp } from '../../server/app.ts'
import { createAuth } from '../../server/domains/officers/create-auth.ts'
import { createResidentAuthenticator } from '../../server/domains/residents/authenticate-resident.ts'
import { equipStation } from '../../server/equip-station.ts'
import { createPool } from '../../server/platform/database/pool.ts'
import { startTestServer } from '../server.ts'
import { createAccounts, password } from '../sign-in.ts'
import { createWorld, type World } from '../world.ts'
import { makeThings } from './make-things.ts'

export const callers = [
  'anonymous',
  'resident',
  'chief',
  'officer',
  'eastAuxiliary',
  'westAuxiliary',
  'administrator',
  'auditor',
] as const
export type CallerName = (typeof callers)[number]
export type Call = (who: CallerName, options: InjectOptions) => Promise<LightMyRequestResponse>

/**
 * Two equipped stations behind one server that knows its callers by their real cookies, and three sets of objects:
 * those of a resident in the east village (`own`), of one in the west village and of one at the other station.
 */
export async function startMatrixServer() {
  const server = await startTestServer()
  const { context, world, database } = server
  const elsewhere = await createWorld(context.pool, '430182902')
  for (const { stationId } of [world, elsewhere]) await equipStation(context, { stationId })
  const owner = createPool(database.ownerUrl, { max: 2, name: 'test-owner' })
  await createAccounts(context.pool, world)

  const auth = createAuth(context)
  const app = await createApp(
    context,
    { officer: auth.authenticateOfficer, resident: createResidentAuthenticator(context) },
    { rateLimits: false, auth },
  )
  await app.ready()
  after(async () => {
    await app.close()
    await owner.end()
  })

  const jars = new Map<CallerName, Map<string, string>>(callers.map((name) => [name, new Map()]))
  const cookieOf = (who: CallerName) =>
    [...jars.get(who)!].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('; ')
  const call: Call = async (who, options) => {
    const jar = jars.get(who)!
    const cookie = cookieOf(who)
    const answer = await app.inject({
      ...options,
      headers: { ...(cookie ? { cookie } : {}), ...options.headers },
    })
    // An officer's browser is not a resident's phone, whatever pages it opens.
    const kept = who === 'resident' ? 'lianxinqiao_resident' : 'lianxinqiao.session_token'
    for (const { name, value } of answer.cookies)
      if (who !== 'anonymous' && name === kept) jar.set(name, value)
    return answer
  }
  const usernameOf = (who: keyof World['officers']) => `${who.toLowerCase()}-${world.code}`
  async function signIn(who: keyof World['officers']): Promise<void> {
    const payload = { username: usernameOf(who), password }
    const { statusCode, body } = await call(who, { method: 'POST', url: '/api/session', payload })
    if (statusCode !== 200) throw new Error(`sign-in of ${who}: ${body}`)
  }
  const officers = callers.filter((name) => name !== 'anonymous' && name !== 'resident')
  await Promise.all(officers.map(signIn))

  const own = await makeThings(server, world, 'chen', 'chief')
  const west = await makeThings(server, world, 'liu', 'officer')
  const other = await makeThings(server, elsewhere, 'chen', 'officer')
  // Of this guide there is no namesake at the first station.
  other.guideSlug = 'only-there'
  await owner.query(
    `update guides set slug = 'only-there' where station_id = $1 and slug = 'kinship-certificate'`,
    [elsewhere.stationId],
  )
  const { rows } = await owner.query(
    `select s.id, u.officer_id from auth.session s join auth."user" u on u.id = s.user_id`,
  )
  const sessionOf = (id: string) => rows.find((row) => row.officer_id === id).id
  west.session = other.session = sessionOf(world.officers.auditor)
  const phone = await server.as('chief')({ method: 'POST', url: `/api/contacts/${own.contact}/access-link` })
  await call('resident', {
    method: 'POST',
    url: '/api/resident/access',
    payload: { token: phone.json().token },
  })
  return {
    ...server,
    app,
    call,
    cookieOf,
    owner,
    own,
    west,
    other,
    elsewhere,
    officers,
    usernameOf,
    password,
    auth,
  }
}

export type MatrixServer = Awaited<ReturnType<typeof startMatrixServer>>
