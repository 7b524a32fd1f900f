import { startServer } from '../../main.ts'
import { readConfig } from '../../platform/config.ts'
import { armFailpoint } from '../../platform/failpoint.ts'

/**
 * The whole server as a process of its own, which a test may kill: at a point of its way for the hit-th time, or from
 * outside. Says its port when its doors are open.
 */
const [databaseUrl, dataDir, port, point, hit] = process.argv.slice(2)
if (point) armFailpoint(point, Number(hit))
const server = await startServer({
  ...readConfig({}),
  databaseUrl: databaseUrl!,
  dataDir: dataDir!,
  port: Number(port),
  logLevel: process.env.LOG_LEVEL ?? 'silent',
  poolSize: 8,
})
process.stdout.write(`port ${server.port}\n`)
