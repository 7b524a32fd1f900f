import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]

/**
 * The browser for the trips: BROWSER_PATH, an installed Chromium, or on Debian as root one installed now, or the one
 * that comes with npm. A machine without any Chinese letters gets some too: in the boxes drawn instead of them no page
 * measures as it does at anybody's. Throws with what to do when there is no browser.
 */
export async function findBrowser(): Promise<string> {
  const named = process.env.BROWSER_PATH
  if (named && !existsSync(named)) throw new Error(`BROWSER_PATH 指的 ${named} 不存在。`)
  const findInstalled = () => named || places.find((place) => existsSync(place))
  installPackages([
    ...(findInstalled() ? [] : ['chromium']),
    ...(hasChineseLetters() ? [] : ['fonts-wqy-microhei']),
  ])
  const installed = findInstalled()
  if (installed) return installed
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    return await chromium.executablePath()
  } catch (error) {
    throw new Error(
      `没有可用的浏览器。请安装 Chromium，或用 BROWSER_PATH 指出它在哪里。（${(error as Error).message}）`,
    )
  }
}

/** Whether the machine can draw Chinese; false as well where nothing tells. */
function hasChineseLetters(): boolean {
  if (process.platform !== 'linux') return true
  const { stdout } = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' })
  return Boolean(stdout?.trim())
}

/** Installs Debian packages where that is possible (Debian, root), and says so; does nothing elsewhere. */
function installPackages(names: string[]) {
  if (!names.length || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`正在安装 ${names.join('、')}（Debian 软件包）…`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = (args: string[], timeout: number) =>
    execFileSync('apt-get', args, { env, stdio: 'ignore', timeout })
  try {
    run(['update', '-qq'], 300_000)
    run(['install', '-y', '-qq', '--no-install-recommends', ...names], 600_000)
  } catch {
    console.log('软件包没有装上，用现有的继续。')
  }
}
