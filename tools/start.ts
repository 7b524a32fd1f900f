import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { buildWeb, webFolder } from './build-web.ts'
import { prepareStation } from './prepare-station.ts'

/**
 * `npm start [-- --empty]`: database, schema, pages, and on the first start the demo town (or, with --empty, a real
 * station waiting to be set up). Ctrl-C ends everything in order; a second Ctrl-C ends it at once.
 */
const began = performance.now()
const empty = process.argv.includes('--empty')
try {
  const config = readConfig()
  if (await buildWeb()) console.log('网页已生成。')
  const running = await startServer(
    { ...config, logLevel: process.env.LOG_LEVEL ?? 'warn' },
    { webFolder, prepare: (database, context) => prepareStation(database, context, { empty }) },
  )
  await announceAddresses(running, Math.round(performance.now() - began))

  let asked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, async () => {
      if (asked) process.exit(1)
      asked = true
      console.log('\n正在停下，请稍候…')
      await running.stop()
      console.log('已停下，数据都在。')
      process.exit(0)
    })
  }
} catch (error) {
  console.error(`\n没有启动成功：${(error as Error).message}`)
  if (process.env.LOG_LEVEL) console.error(error)
  process.exit(1)
}

async function announceAddresses(
  running: Awaited<ReturnType<typeof startServer>>,
  ms: number,
): Promise<void> {
  const { describeStation } = await import('./prepare-station.ts')
  const base =
    running.context.config.publicUrl ?? `http://${hostOf(running.context.config.host)}:${running.port}`
  console.log(`\n连心桥已启动（${(ms / 1000).toFixed(1)} 秒）\n`)
  for (const line of await describeStation(running.context, base)) console.log(`  ${line}`)
  console.log('\n  按 Ctrl-C 停止。')
}

/** Listening on every address, this machine is the one that surely answers. */
function hostOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
