import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { hashPassword } from 'better-auth/crypto'
import { createOfficer } from '../server/domains/officers/create-officer.ts'
import { startServer } from '../server/main.ts'
import { readConfig } from '../server/platform/config.ts'
import { inStation } from '../server/platform/tenancy.ts'
import { createWorld } from '../test/world.ts'
import { webFolder } from '../tools/build-web.ts'

export const benchAccount = { username: 'bench', password: 'bench-only-password-1' }

/**
 * A server process for measuring: the small world and one officer who can sign in. Asked over its channel it collects its
 * garbage and tells its memory. Prints one line when it answers.
 */
if (import.meta.main) {
  const running = await startServer(
    { ...readConfig(), logLevel: process.env.LOG_LEVEL ?? 'fatal', requestsPerMinute: 1e9 },
    {
      webFolder,
      prepare: async (_database, { pool }) => {
        const { rowCount } = await pool.query('select from stations')
        if (rowCount) return
        const world = await createWorld(pool)
        const hash = await hashPassword(benchAccount.password)
        await inStation(pool, world.stationId, (tx) =>
          createOfficer(
            tx,
            { kind: 'system', id: null },
            { username: benchAccount.username, name: '测量员', role: 'chief' },
            { hash, initialUntil: null },
          ),
        )
      },
    },
  )
  console.log(`ready ${running.port}`)
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  process.on('message', () => {
    collect()
    process.send!(process.memoryUsage())
  })
  process.on('SIGTERM', () => void running.stop().then(() => process.exit(0)))
}
