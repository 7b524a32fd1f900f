import type { TwinOptions } from '../server/gateways/wecom/twin/settings.ts'
import { measureWechatDoor } from './measure-wechat-door.ts'
import { measureWechatPull } from './measure-wechat-pull.ts'
import { measureWechatScreen } from './measure-wechat-screen.ts'
import { measureWechatSoak } from './measure-wechat-soak.ts'
import { startBenchServer } from './start-bench-server.ts'
import { type BenchTwin, measureBareEnvelopes, startBenchTwin } from './start-bench-twin.ts'

type Database = { url: string; dataDir: string }
type Add = (figure: string, measured: string, beside: string, met: boolean | null) => void

/** As `npm run wecom-emulator` has them. */
const normal: TwinOptions = { callbacks: { delayMs: [50, 400] } }
const wholePages: TwinOptions = { kf: { shortPages: 0, emptyPages: 0 } }

/** The channel, each figure beside its ceiling or aim. Returns the details. */
export async function measureWechat(
  database: Database,
  options: { seconds: number; messages: number; taps: number },
  add: Add,
): Promise<Record<string, unknown>> {
  const server = await startBenchServer({ databaseUrl: database.url, dataDir: database.dataDir })
  const withTwin = async <T>(twinOptions: TwinOptions, work: (twin: BenchTwin) => Promise<T>): Promise<T> => {
    const twin = await startBenchTwin(server, database, twinOptions)
    try {
      return await work(twin)
    } finally {
      await twin.stop()
    }
  }
  try {
    const bare = await measureBareEnvelopes(database.url, 20, options.seconds)
    const door = await withTwin({}, (twin) => measureWechatDoor(server, twin, options.seconds))
    const { paced } = door
    add(
      'WeChat callback on disk, 50/s',
      `p99 ${paced.p99} ms, max ${paced.max}`,
      'p99 ≤ 1000 ms',
      paced.p99 <= 1000,
    )
    for (const [clients, { perSecond, p99, failures }] of Object.entries(door.most))
      add(
        `WeChat callbacks on disk, ${clients} senders`,
        `${perSecond}/s, p99 ${p99} ms, refused ${failures}`,
        `bare inserts ${bare}/s (20 writers)`,
        null,
      )
    const pull = await withTwin(wholePages, (twin) => measureWechatPull(twin, options.messages))
    add(
      `WeChat pull of ${pull.messages} messages, pages of 1000`,
      `${pull.filedPerSecond}/s into conversations, lost ${pull.lost}`,
      'lost 0',
      pull.lost === 0,
    )
    const screen = await withTwin(normal, (twin) => measureWechatScreen(server, twin, options.taps))
    add(
      'resident’s tap in WeChat → on the officer’s screen',
      `p95 ${screen.p95} ms (p50 ${screen.p50}, max ${screen.max})`,
      '≤ 2000 ms',
      screen.p95 <= 2000,
    )
    return { bare, door, pull, screen, afterwards: await server.collect() }
  } finally {
    await server.stop()
  }
}

/** Memory at twenty messages a second. */
export async function addWechatSoak(database: Database, minutes: number, add: Add): Promise<unknown> {
  const server = await startBenchServer({ databaseUrl: database.url, dataDir: database.dataDir })
  const twin = await startBenchTwin(server, database, normal)
  try {
    const soak = await measureWechatSoak(server, twin, minutes, 20)
    const first = soak.samples[Math.ceil(minutes / 5)] ?? soak.samples[0]!
    const last = soak.samples.at(-1)!
    add(
      `WeChat, ${minutes} minutes at 20 messages/s: memory after a collection`,
      `heap ${first.heapMb} → ${last.heapMb} MB (${soak.heapMbAnHour} MB/h), RSS ${first.rssMb} → ${last.rssMb} MB`,
      'no growth (heap ≤ 5 MB/h)',
      // A few minutes are about the warming up.
      minutes < 10 ? null : soak.heapMbAnHour <= 5,
    )
    const lost = soak.said - soak.stored
    add('the same: messages lost or doubled', `${lost} of ${soak.said}`, '0', lost === 0)
    return soak
  } finally {
    await twin.stop()
    await server.stop()
  }
}
