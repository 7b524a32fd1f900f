import type { Config } from './platform/config.ts'
import { checkDurability } from './platform/database/check-durability.ts'
import { startEmbedded } from './platform/database/embedded.ts'
import { migrate } from './platform/database/migrate.ts'
import { createPool, type Pool } from './platform/database/pool.ts'
import { openServingRole } from './platform/database/serving-role.ts'
import { migrateJobs } from './platform/jobs/migrate-jobs.ts'
import type { Log } from './platform/log.ts'

export type OpenDatabase = {
  /** Connections of the owner, for setting up; closed by `close`. */
  owner: Pool
  servingUrl: string
  close: () => Promise<void>
}

/**
 * The database, ready: the outside one of DATABASE_URL or the embedded one, checked to be durable, at the newest
 * schema, with a login for the serving role. Throws a sentence for the person at the machine.
 */
export async function openDatabase(config: Config, log: Log): Promise<OpenDatabase> {
  const embedded = config.databaseUrl ? undefined : await startEmbedded({ dataDir: config.dataDir, log })
  const ownerUrl = config.databaseUrl ?? embedded!.url
  const owner = createPool(ownerUrl, {
    max: 3,
    name: 'lianxinqiao-owner',
    onError: (err) => log.warn({ err }, 'owner connection lost'),
  })
  try {
    const warnings = await checkDurability(owner, { outside: Boolean(config.databaseUrl) })
    for (const warning of warnings) log.warn(warning)
    const applied = await migrate(owner)
    if (applied.length > 0) log.info({ applied }, 'schema updated')
    await migrateJobs(owner)
    const servingUrl = config.servingDatabaseUrl ?? (await openServingRole(owner, ownerUrl))
    return {
      owner,
      servingUrl,
      async close() {
        await owner.end()
        await embedded?.stop()
      },
    }
  } catch (error) {
    await owner.end().catch(() => {})
    await embedded?.stop()
    throw error
  }
}
