import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { CompiledQuery, Kysely, PostgresDialect } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Pool } from './pool.ts'

const folder = resolve(import.meta.dirname, '../../../database/migrations')

/** The numbered SQL files, in order, as Kysely migrations. Forward only. */
function readMigrations(): Record<string, Migration> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
  return Object.fromEntries(
    files.map((name) => [
      name.replace(/\.sql$/, ''),
      {
        up: async (db) =>
          void (await db.executeQuery(CompiledQuery.raw(readFileSync(resolve(folder, name), 'utf8')))),
      },
    ]),
  )
}

/** Brings the database to the newest schema and returns the names applied. Safe to call from several processes at once. */
export async function migrate(owner: Pool): Promise<string[]> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: owner }) })
  const migrator = new Migrator({ db, provider: { getMigrations: async () => readMigrations() } })
  const { error, results } = await migrator.migrateToLatest()
  if (error) throw error
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}
