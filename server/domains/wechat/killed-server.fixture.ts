import { startServer } from '../../main.ts'
import { readConfig } from '../../platform/config.ts'
import { waitForStart } from './wait-for-start.fixture.ts'

/** The whole server as a process of its own, which a test may kill. */
const { ownerUrl, dataDir, port } = await waitForStart()
const server = await startServer({
  ...readConfig({}),
  databaseUrl: ownerUrl,
  dataDir,
  port,
  logLevel: process.env.LOG_LEVEL ?? 'silent',
  poolSize: 8,
})
process.stdout.write(`port ${server.port}\n`)
