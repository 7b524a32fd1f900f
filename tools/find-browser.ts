import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * The browser for the trips: BROWSER_PATH, an installed Chromium, or on Debian as root one installed now, or the one
 * that comes with npm. Throws with what to do when there is none.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.BROWSER_PATH
  if (named) {
    if (!existsSync(named)) throw new Error(`BROWSER_PATH 指的 ${named} 不存在。`)
    return named
  }
  const installed = places.find((place) => existsSync(place))
  if (installed) return installed
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('正在安装 Chromium（Debian 软件包）…')
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    try {
      execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore', timeout: 300_000 })
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], {
        env,
        stdio: 'ignore',
        timeout: 600_000,
      })
      if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium'
    } catch {
      console.log('软件包没有装上，改用随 npm 来的浏览器。')
    }
  }
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch (error) {
    throw new Error(
      `没有可用的浏览器。请安装 Chromium，或用 BROWSER_PATH 指出它在哪里。（${(error as Error).message}）`,
    )
  }
}
