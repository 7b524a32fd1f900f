import { enableCompileCache } from 'node:module'
import { resolve } from 'node:path'
import { buildServer } from './build-server.ts'
import { buildWeb, webFolder } from './build-web.ts'
import { root } from './bundle.ts'

/**
 * `npm start [-- --empty]`: pages and server, built when their sources have changed, then database, schema, and on the
 * first start the demo town (or, with --empty, a real station waiting to be set up).
 */
try {
  if (await buildWeb()) console.log('网页已生成。')
  const server = await buildServer('tools/serve.ts')
  enableCompileCache(resolve(root, 'build/compiled'))
  const { serve } = (await import(server)) as typeof import('./serve.ts')
  await serve({ webFolder, empty: process.argv.includes('--empty') })
} catch (error) {
  console.error(`\n没有启动成功：${(error as Error).message}`)
  if (process.env.LOG_LEVEL) console.error(error)
  process.exit(1)
}
