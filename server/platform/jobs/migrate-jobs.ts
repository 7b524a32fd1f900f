import { getConstructionPlans, getMigrationPlans } from 'pg-boss'
import packageFile from 'pg-boss/package.json' with { type: 'json' }
import type { Pool } from '../database/pool.ts'

export const jobSchema = 'pgboss'

/** Two processes that start together must not both build; the number is ours alone. */
const migrationLock = 7111

/**
 * Creates or updates the job queue's own schema, as the owner, and lets the serving role use it. The serving
 * processes then run without the right to change tables. Safe to call from several processes at once.
 */
export async function migrateJobs(owner: Pool): Promise<void> {
  const client = await owner.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    const installed = await client.query(`select to_regclass('${jobSchema}.version') is not null as there`)
    if (!installed.rows[0].there) await client.query(getConstructionPlans(jobSchema))
    else await update()
    await client.query(`
      grant usage on schema ${jobSchema} to lianxinqiao_serving;
      grant select, insert, update, delete on all tables in schema ${jobSchema} to lianxinqiao_serving;
      grant usage on all sequences in schema ${jobSchema} to lianxinqiao_serving;
      grant execute on all functions in schema ${jobSchema} to lianxinqiao_serving`)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => {})
    client.release()
  }

  async function update(): Promise<void> {
    const { rows } = await client.query(`select version from ${jobSchema}.version`)
    const version = Number(rows[0].version)
    // Asked for the way from its newest version, the library throws instead of answering that there is none.
    if (version < packageFile.pgboss.schema) await client.query(getMigrationPlans(jobSchema, version))
  }
}
