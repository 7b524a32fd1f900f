import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { describeStation, prepareStation } from './prepare-station.ts'
import { type Emulator, startEmulator } from './start-emulator.ts'

/**
 * The server of `npm start` (start.ts): starts it, says where it is, and ends it. Ctrl-C ends everything in order; a
 * second Ctrl-C ends it at once.
 */
export async function serve(options: { webFolder: string; empty: boolean }): Promise<void> {
  const { webFolder, empty } = options
  let emulator: Emulator = { twin: null, lines: [] }
  const running = await startServer(
    { ...readConfig(), logLevel: process.env.LOG_LEVEL ?? 'warn' },
    {
      webFolder,
      async prepare(database, context) {
        await prepareStation(database, context, { empty })
        if (!empty) emulator = await startEmulator(context)
      },
    },
  )
  const own = `http://${hostOf(running.context.config.host)}:${running.port}`
  const troubles = (await emulator.twin?.callBack(own)) ?? []
  await announceAddresses(running, own, [...emulator.lines, ...troubles])

  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (asked) process.exit(1)
      asked = true
      console.log('\n正在停下，请稍候…')
      await running.stop()
      await emulator.twin?.stop()
      console.log('已停下，数据都在。')
      process.exit(0)
    })
  }
}

async function announceAddresses(
  running: Awaited<ReturnType<typeof startServer>>,
  own: string,
  ofEmulator: string[],
): Promise<void> {
  const base = running.context.config.publicUrl ?? own
  console.log(`\n连心桥已启动（${(performance.now() / 1000).toFixed(1)} 秒）\n`)
  for (const line of await describeStation(running.context, base)) console.log(`  ${line}`)
  for (const [index, line] of ofEmulator.entries()) console.log(`${index === 0 ? '\n' : ''}  ${line}`)
  console.log('\n  按 Ctrl-C 停止。')
}

/** Listening on every address, this machine is the one that surely answers. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
