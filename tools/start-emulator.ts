import { disconnectTown } from '../database/demo/wecom/disconnect-town.ts'
import { startTownTwin, type TownTwin } from '../database/demo/wecom/start-town-twin.ts'
import type { Context } from '../server/platform/context.ts'

export type Emulator = { twin: TownTwin | null; lines: string[] }

/**
 * The WeCom that `npm start` brings along for the demo town, on WECOM_EMULATOR_PORT or beside PORT; WECOM_EMULATOR=off
 * leaves it out. It listens on this machine alone, wherever the server does: on its pages anybody may play anybody.
 * Without it the town is there all the same, so whatever stands in its way is said and no more.
 */
export async function startEmulator(context: Context, env = process.env): Promise<Emulator> {
  const { rows } = await context.pool.query('select id, code from stations where demo order by code limit 1')
  if (!rows[0]) return { twin: null, lines: [] }
  const without = async (...lines: string[]): Promise<Emulator> => {
    await disconnectTown(context, rows[0].id)
    return { twin: null, lines }
  }
  if (env['WECOM_EMULATOR'] === 'off') return without()
  const given = env['WECOM_EMULATOR_PORT']
  const port = portOf(context.config.port, given)
  if (port === null)
    return without(`企业微信模拟没有启动：WECOM_EMULATOR_PORT 要是 0 到 65535 的整数，现在是“${given}”。`)
  try {
    const twin = await startTownTwin(context, rows[0], { host: '127.0.0.1', port })
    if (twin) return { twin, lines: linesOf(twin.url) }
    return { twin: null, lines: ['演示派出所已经接了另一个企业微信，没有动它，企业微信模拟没有启动。'] }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    return without(`企业微信模拟没有启动：端口 ${port} 用不了，请用 WECOM_EMULATOR_PORT 换一个。`)
  }
}

const linesOf = (url: string) => [
  `企业微信模拟  ${url}`,
  '  居民：找一位居民，打开她的手机，写一句话；工作台“消息”里就有，回复会回到手机上。',
  '  民警：在工作台发预警，到这里点发送，三种回执就会动。都是编造的，不连真实的企业微信。',
]

function portOf(serverPort: number, given: string | undefined): number | null {
  const port = Number(given ?? (serverPort === 0 ? 0 : serverPort === 65_535 ? 65_534 : serverPort + 1))
  return Number.isInteger(port) && port >= 0 && port <= 65_535 ? port : null
}
