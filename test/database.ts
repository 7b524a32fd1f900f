import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { migrate } from '../server/platform/database/migrate.ts'
import { createPool, type Pool } from '../server/platform/database/pool.ts'
import { openServingRole } from '../server/platform/database/serving-role.ts'
import { newId } from '../server/platform/id.ts'
import { migrateJobs } from '../server/platform/jobs/migrate-jobs.ts'

/** The cluster the tests run on: npm test starts one and names it here. */
const clusterUrl = process.env.TEST_DATABASE_URL ?? 'postgres://postgres:x@127.0.0.1:55432/postgres'

export type TestDatabase = { ownerUrl: string; servingUrl: string; drop: () => Promise<void> }

function urlOf(name: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.toString()
}

/** One migrated database a schema version, from which every test file gets its own copy. */
async function template(cluster: Pool): Promise<string> {
  const folder = resolve(import.meta.dirname, '../database/migrations')
  const hash = createHash('sha256')
  const jobs = resolve(import.meta.dirname, '../server/platform/jobs/migrate-jobs.ts')
  // The names as well: a migration that only moved up the list is recorded under its new name.
  for (const file of [...readdirSync(folder).sort(), jobs])
    hash.update(file).update(readFileSync(resolve(folder, file)))
  const name = `template_${hash.digest('hex').slice(0, 12)}`
  const client = await cluster.connect()
  try {
    // Test files start side by side; the first builds, the others wait.
    await client.query('select pg_advisory_lock(7110)')
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      // One that was broken off half way is in the way.
      await client.query(`drop database if exists building_${name} with (force)`)
      await client.query(`create database building_${name}`)
      const owner = createPool(urlOf(`building_${name}`), { max: 2, name: 'test-template' })
      await migrate(owner)
      await openServingRole(owner, urlOf(`building_${name}`))
      await migrateJobs(owner)
      await owner.end()
      await client.query(`alter database building_${name} rename to ${name}`)
    }
    return name
  } finally {
    await client.query('select pg_advisory_unlock(7110)').catch(() => {})
    client.release()
  }
}

/** A database of one's own, migrated and empty. Drop it when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const cluster = createPool(clusterUrl, { max: 1, name: 'test-cluster' })
  const name = `test_${newId().replaceAll('-', '')}`
  await cluster.query(`create database ${name} template ${await templateName(cluster)}`)
  const servingUrl = await servingUrlOf(urlOf(name))
  return {
    ownerUrl: urlOf(name),
    servingUrl,
    async drop() {
      await cluster.query(`drop database if exists ${name} with (force)`)
      await cluster.end()
    },
  }
}

async function templateName(cluster: Pool): Promise<string> {
  // The pool of one is free again once template() has released it.
  const builder = createPool(cluster.options.connectionString!, { max: 1, name: 'test-template' })
  try {
    return await template(builder)
  } finally {
    await builder.end()
  }
}

async function servingUrlOf(ownerUrl: string): Promise<string> {
  const owner = createPool(ownerUrl, { max: 1, name: 'test-owner' })
  try {
    return await openServingRole(owner, ownerUrl)
  } finally {
    await owner.end()
  }
}
