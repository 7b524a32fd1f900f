import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { createWorld } from '../test/world.ts'

/** A server process with the small world in it, for tests that kill it. Prints one line when it answers. */
const running = await startServer(
  { ...readConfig(), logLevel: process.env.LOG_LEVEL ?? 'fatal' },
  {
    prepare: async (_database, { pool }) => {
      const { rowCount } = await pool.query('select from stations')
      if (rowCount === 0) await createWorld(pool)
    },
  },
)
console.log(`ready ${running.port}`)
process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
