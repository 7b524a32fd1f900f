import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { InjectOptions, LightMyRequestResponse } from 'fastify'
import { createApp } from '../server/app.ts'
import { readAudiences } from '../server/audiences.ts'
import { loadSession } from '../server/domains/officers/load-session.ts'
import { createResidentAuthenticator } from '../server/domains/residents/authenticate-resident.ts'
import { readConfig } from '../server/platform/config.ts'
import type { Context } from '../server/platform/context.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { createFileStore } from '../server/platform/files/file-store.ts'
import type { App } from '../server/platform/http/create-http.ts'
import { noJobs } from '../server/platform/jobs/jobs.ts'
import { startLive } from '../server/platform/live/live.ts'
import { createLog } from '../server/platform/log.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { createTestDatabase, type TestDatabase } from './database.ts'
import { createWorld, type World } from './world.ts'

export type Caller = (options: InjectOptions) => Promise<LightMyRequestResponse>

export type TestServer = {
  app: App
  context: Context
  database: TestDatabase
  world: World
  /** Calls the API as one of the world's officers. */
  as: (officer: keyof World['officers'], world?: World) => Caller
  /** Calls the API as a resident's phone. */
  asResident: (contact: keyof World['contacts'], world?: World) => Caller
  anonymous: Caller
}

/**
 * A whole server without a port on a database of its own, ended after the test file. Callers are recognised by a
 * test header instead of a cookie (a resident without one by her cookie); what they may do is loaded the way the
 * real sign-in loads it.
 */
export async function startTestServer(): Promise<TestServer> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-test-'))
  const config = { ...readConfig({}), dataDir, logLevel: process.env.LOG_LEVEL ?? 'silent' }
  const log = createLog(config.logLevel)
  const pool = createPool(database.servingUrl, { max: 8, name: 'test' })
  const live = startLive({ pool, listenUrl: database.servingUrl, log, audiences: readAudiences })
  const context: Context = {
    config,
    log,
    pool,
    live,
    jobs: noJobs(),
    files: createFileStore(join(dataDir, 'files'), { reserveBytes: 0 }),
  }
  const byCookie = createResidentAuthenticator(context)
  const app = await createApp(
    context,
    {
      officer: async (request) => {
        const [stationId, officerId, stepped] = String(request.headers['x-test-officer'] ?? '').split(' ')
        if (!stationId || !officerId) return null
        const session = { sessionId: officerId, steppedUpAt: stepped ? new Date() : null }
        return inStation(pool, stationId, (tx) => loadSession(tx, officerId, session))
      },
      resident: async (request) => {
        const [stationId, contactId] = String(request.headers['x-test-resident'] ?? '').split(' ')
        return stationId && contactId ? { stationId, contactId } : byCookie(request)
      },
    },
    { rateLimits: false },
  )
  await app.ready()
  const world = await createWorld(pool)
  after(async () => {
    await app.close()
    context.files.close()
    await live.close()
    await pool.end()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })
  const call =
    (headers: Record<string, string>): Caller =>
    (options) =>
      app.inject({ ...options, headers: { ...headers, ...options.headers } })
  return {
    app,
    context,
    database,
    world,
    as: (officer, of = world) => call({ 'x-test-officer': `${of.stationId} ${of.officers[officer]}` }),
    asResident: (contact, of = world) =>
      call({ 'x-test-resident': `${of.stationId} ${of.contacts[contact]}` }),
    anonymous: call({}),
  }
}
