import { rmSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { launchBrowser, openContext } from '../e2e/browser.ts'
import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { makeFolder } from '../test/make-folder.ts'
import { createWorld } from '../test/world.ts'
import { buildWeb, webFolder } from '../tools/build-web.ts'
import { findBrowser } from '../tools/find-browser.ts'

/** A four-year-old phone at the edge of the village: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms a trip. */
const slowdown = 4
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
}
const runs = 5

/** What must take a letter before the page is of any use. */
const pages = {
  resident: { path: '/r/430182901/ask', field: 'textarea' },
  workbench: { path: '/workbench/', field: 'input[type=password]' },
} as const
type PageName = keyof typeof pages

/** Milliseconds from the tap on the link, on a phone that was never here. */
export type FirstPage = { median: number; all: number[]; kilobytes: number; requests: number }

/** Builds the web, starts a server with the small world, and measures both apps with nothing in the cache. */
export async function measureFirstPages(): Promise<Record<PageName, FirstPage>> {
  await buildWeb()
  process.env['TEST_BROWSER'] ??= await findBrowser()
  const dataDir = makeFolder('first-page')
  const config = { ...readConfig({}), dataDir, port: 0, logLevel: 'fatal', requestsPerMinute: 1e9 }
  const server = await startServer(config, {
    webFolder,
    prepare: async (_database, { pool }) => void (await createWorld(pool)),
  })
  const browser = await launchBrowser()
  const base = `http://127.0.0.1:${server.port}`
  try {
    return {
      resident: await measurePage(browser, base, 'resident'),
      workbench: await measurePage(browser, base, 'workbench'),
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The median of some first visits; the first of all warms the server, not the phone, and is not counted. */
async function measurePage(browser: Browser, base: string, name: PageName): Promise<FirstPage> {
  await visit(browser, base, name)
  const visits = []
  for (let at = 0; at < runs; at++) visits.push(await visit(browser, base, name))
  const sorted = visits.map(({ usableAt }) => usableAt).sort((a, b) => a - b)
  const { kilobytes, requests } = visits[0]!
  return { median: sorted[Math.floor(runs / 2)]!, all: sorted, kilobytes, requests }
}

async function visit(browser: Browser, base: string, name: PageName) {
  const { path, field } = pages[name]
  const context = await openContext(browser, base)
  try {
    const page = await context.newPage()
    const devtools = await context.newCDPSession(page)
    await devtools.send('Network.enable')
    await devtools.send('Network.emulateNetworkConditions', network)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    let bytes = 0
    let requests = 0
    devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
      requests++
    })
    await page.addInitScript(watchField, field)
    await page.goto(path, { waitUntil: 'commit' })
    const usable = await page.waitForFunction(() => (window as Watched).usableAt, undefined, {
      timeout: 60_000,
    })
    const usableAt = Math.round((await usable.jsonValue()) as number)
    const loaded = { usableAt, kilobytes: Math.round(bytes / 1024), requests }
    // It is what it looks like: a letter typed stays.
    await page.locator(field).first().pressSequentially('1')
    if ((await page.locator(field).first().inputValue()) !== '1') throw new Error(`${path} takes no letters`)
    return loaded
  } finally {
    await context.close()
  }
}

type Watched = { usableAt?: number }

/** Runs in the page: notes when the field stands on the screen and the page has time for a letter. */
function watchField(selector: string): void {
  const look = () => {
    const field = document.querySelector<HTMLInputElement>(selector)
    if (!field || field.disabled || field.getClientRects().length === 0) requestAnimationFrame(look)
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          ;(window as Watched).usableAt = performance.now()
        }),
      )
  }
  requestAnimationFrame(look)
}

if (import.meta.main) {
  for (const [name, { median, all, kilobytes, requests }] of Object.entries(await measureFirstPages()))
    console.log(
      `${name}: usable after ${median} ms (${all.join(', ')}); ${kilobytes} kB in ${requests} requests until then`,
    )
}
