import { CamelCasePlugin, Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './schema.ts'

// Days stay text (a day has no zone); counts fit a number.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type Pool = pg.Pool
export type Client = pg.PoolClient
export type Db = Kysely<DB>

/** A pool of connections; `max` bounds it. Idle connections that die are logged by `onError`, not thrown. */
export function createPool(
  url: string,
  options: { max: number; name: string; onError?: (error: Error) => void },
): Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max,
    application_name: options.name,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // A statement may be sent before the one in front of it is answered (tenancy.ts does).
    pipeline: true,
    // A process that froze in the middle of a transaction must not keep its rows from the others.
    idle_in_transaction_session_timeout: 30_000,
  })
  pool.on('error', (error) => options.onError?.(error))
  // A connection that dies in somebody's hands tells its query; without a listener it would also end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const builders = new WeakMap<object, Db>()

/** Kysely on one connection, made once a connection: the caller owns the transaction. */
export function queriesOn(client: Client): Db {
  let db = builders.get(client)
  if (!db) {
    const single = { query: client.query.bind(client), release: () => {} }
    const pool = { connect: async () => single, end: async () => {} }
    db = new Kysely<DB>({
      dialect: new PostgresDialect({ pool: pool as never }),
      plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
    })
    builders.set(client, db)
  }
  return db
}
