import assert from 'node:assert/strict'
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, afterEach } from 'node:test'
import type { APIRequestContext, BrowserContext, Page } from 'playwright-core'
import { loadStarterScripts } from '../server/domains/scripts/load-starter-scripts.ts'
import { equipStation } from '../server/equip-station.ts'
import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import type { Context } from '../server/platform/context.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { createTestDatabase } from '../test/database.ts'
import { createAccounts, password } from '../test/sign-in.ts'
import { createWorld, type World } from '../test/world.ts'
import { webFolder } from '../tools/build-web.ts'
import { launchBrowser, openContext } from './browser.ts'
import { type Expected, watchPage } from './watch-page.ts'

type Officer = keyof World['officers']

export type Stage = {
  base: string
  world: World
  context: Context
  /** A resident's phone at the station's page. */
  openPhone: (options?: { width?: number; at?: string }) => Promise<Page>
  /** An officer who has signed in; at a desk, or with her phone. */
  openWorkbench: (officer: Officer, options?: { phone?: boolean; at?: string }) => Promise<Page>
  /** A browser of nobody. */
  openBrowser: (options?: { desk?: boolean; width?: number }) => Promise<Page>
  /** The officer's calls without a page. */
  callAs: (officer: Officer) => Promise<APIRequestContext>
  /** What the pages of this trip will be refused, e.g. `409 /api/conversations`; `offline`: the network goes. */
  expect: (...refusals: string[]) => void
}

/**
 * The real server with the small world, its accounts, guides, scripts and calendar, and one Chromium. After each trip
 * its pages close, and it fails if anything happened on them that should not.
 */
export async function startStage(options: { empty?: boolean } = {}): Promise<Stage> {
  const database = await createTestDatabase()
  const dataDir = mkdtempSync(join(tmpdir(), 'lianxinqiao-trip-'))
  const pages = process.env['TEST_WEB_FOLDER'] ?? webFolder
  assert.ok(existsSync(join(pages, 'workbench/index.html')), 'npm run build comes first')
  const config = {
    ...readConfig({}),
    databaseUrl: database.ownerUrl,
    dataDir,
    port: 0,
    logLevel: process.env['LOG_LEVEL'] ?? 'silent',
    poolSize: 8,
  }
  const server = await startServer(config, { webFolder: pages })
  const { context } = server
  const base = `http://127.0.0.1:${server.port}`
  const world = options.empty ? ({} as World) : await furnishWorld(context)
  const browser = await launchBrowser()

  const opened: BrowserContext[] = []
  const troubles: string[] = []
  const expected: Expected = { refusals: [], offline: false }

  async function openBrowser(screen: { desk?: boolean; width?: number } = {}): Promise<Page> {
    const mine = await openContext(browser, base, screen)
    opened.push(mine)
    mine.on('page', (page) => watchPage(page, base, expected, troubles))
    return mine.newPage()
  }
  async function signIn(officer: Officer, request: APIRequestContext): Promise<void> {
    const data = { username: `${officer.toLowerCase()}-${world.code}`, password }
    const answer = await request.post('/api/session', { data })
    assert.equal(answer.status(), 200, await answer.text())
  }

  afterEach(async (t) => {
    if ('passed' in t && !t.passed) await photograph(opened, t.name)
    await Promise.all(opened.splice(0).map((each) => each.close()))
    const found = troubles.splice(0)
    Object.assign(expected, { refusals: [], offline: false })
    assert.deepEqual(found, [], 'nothing else happened on the pages')
  })
  after(async () => {
    await browser.close()
    await server.stop()
    await database.drop()
    rmSync(dataDir, { recursive: true, force: true })
  })

  return {
    base,
    world,
    context,
    openBrowser,
    async openPhone({ width, at = '' } = {}) {
      const page = await openBrowser(width ? { width } : {})
      await page.goto(`/r/${world.code}/${at}`)
      return page
    },
    async openWorkbench(officer, { phone = false, at = '' } = {}) {
      const page = await openBrowser({ desk: !phone })
      await signIn(officer, page.request)
      await page.goto(`/workbench/${at}`)
      return page
    },
    async callAs(officer) {
      const mine = await openContext(browser, base, { desk: true })
      opened.push(mine)
      await signIn(officer, mine.request)
      return mine.request
    },
    expect(...refusals) {
      expected.refusals.push(...refusals.filter((each) => each !== 'offline'))
      expected.offline ||= refusals.includes('offline')
    },
  }
}

async function furnishWorld(context: Context): Promise<World> {
  const world = await createWorld(context.pool)
  await createAccounts(context.pool, world)
  // What a station begins with are drafts; here they have been read and approved.
  const approvedBy = world.officers.chief
  await inStation(context.pool, world.stationId, (tx) => loadStarterScripts(tx, { approvedBy }))
  await equipStation(context, { stationId: world.stationId })
  return world
}

/** What was on the screens when a trip failed, in build/e2e. */
async function photograph(contexts: BrowserContext[], trip: string): Promise<void> {
  const folder = resolve(import.meta.dirname, '../build/e2e')
  mkdirSync(folder, { recursive: true })
  const pages = contexts.flatMap((context) => context.pages())
  for (const [index, page] of pages.entries()) {
    const path = join(folder, `${trip.replaceAll(/\W+/g, '-')}-${index + 1}.png`)
    await page.screenshot({ path, timeout: 10_000 }).catch(() => {})
    console.error(`${page.url()}: ${path}`)
  }
}
