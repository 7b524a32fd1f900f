import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'

/** A slow machine that also builds and tests something else is still in time. */
const patienceMs = 30_000

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['TEST_BROWSER'] ?? process.env['BROWSER_PATH'] ?? '/usr/bin/chromium',
    timeout: 60_000,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--lang=zh-CN',
      // A microphone that beeps.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  })
}

export const phoneScreen = { width: 390, height: 844 }
export const deskScreen = { width: 1440, height: 900 }

/** A browser of one person: her own cookies, on a phone or at a desk, in Chinese and in Hunan. */
export async function openContext(
  browser: Browser,
  baseURL: string,
  options: { desk?: boolean; width?: number } = {},
): Promise<BrowserContext> {
  const screen = options.desk ? deskScreen : phoneScreen
  const context = await browser.newContext({
    baseURL,
    viewport: { ...screen, width: options.width ?? screen.width },
    hasTouch: !options.desk,
    isMobile: !options.desk,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  })
  context.setDefaultTimeout(patienceMs)
  context.setDefaultNavigationTimeout(patienceMs)
  return context
}

/** Waits until something is on the screen. */
export async function see(page: Page, words: string | RegExp): Promise<void> {
  await page.getByText(words).filter({ visible: true }).first().waitFor()
}

/** Until nothing of the page is still on its way. */
export async function settle(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForFunction(
    () => !document.querySelector('.skeleton, .loading, .ant-skeleton, [aria-busy=true]'),
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
}
