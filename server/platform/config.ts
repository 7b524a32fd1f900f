import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { readTrustedProxies } from './trusted-proxies.ts'

export type Config = {
  host: string
  port: number
  dataDir: string
  /** An outside PostgreSQL; undefined means the embedded one. */
  databaseUrl: string | undefined
  /** A login of its own for the serving role; otherwise one is derived (database/serving-role). */
  servingDatabaseUrl: string | undefined
  publicUrl: string | undefined
  /** Where the audit log's checkpoints lie outside the database; undefined means in the data folder. */
  auditAnchorDir?: string | undefined
  logLevel: string
  /** Processes that only serve leave jobs and reactions to the others. */
  runJobs: boolean
  /** Who may say in X-Forwarded-For from where a request came; nobody when false. */
  trustProxy: string[] | false
  poolSize: number
  /** Hosts with port of models inside the house, which otherwise may not be asked. */
  innerModels: string[]
  /** Of one person; ten times as many from one address. Sign-in and one-time codes have narrower limits of their own. */
  requestsPerMinute: number
}

/** The only reader of the environment. Throws a Chinese sentence on a value that cannot be used. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const port = Number(env['PORT'] ?? 7110)
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new Error(`PORT 要是 0 到 65535 的整数，现在是“${env['PORT']}”。`)
  return {
    host: env['HOST'] ?? '127.0.0.1',
    port,
    dataDir: resolve(env['DATA_DIR'] ?? 'data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    servingDatabaseUrl: env['SERVING_DATABASE_URL'] || undefined,
    publicUrl: env['PUBLIC_URL']?.replace(/\/$/, '') || undefined,
    auditAnchorDir: env['AUDIT_ANCHOR_DIR'] ? resolve(env['AUDIT_ANCHOR_DIR']) : undefined,
    logLevel: env['LOG_LEVEL'] ?? 'info',
    runJobs: env['RUN_JOBS'] !== 'no',
    trustProxy: readTrustedProxies(env['TRUST_PROXY']),
    innerModels: (env['INNER_MODELS'] ?? '')
      .split(',')
      .map((host) => host.trim())
      .filter(Boolean),
    poolSize: readCount(env, 'POOL_SIZE', 16),
    requestsPerMinute: readCount(env, 'REQUESTS_PER_MINUTE', 1200),
  }
}

function readCount(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const count = Number(env[name] ?? otherwise)
  if (!(count >= 1)) throw new Error(`${name} 要是大于 0 的数，现在是“${env[name]}”。`)
  return count
}

/** The installation's secrets: 32 random bytes a name, made once and kept in the data folder, readable by its owner only. */
export function readSecret(dataDir: string, name: string): Buffer {
  mkdirSync(resolve(dataDir, 'secrets'), { recursive: true, mode: 0o700 })
  const path = resolve(dataDir, 'secrets', name)
  if (!existsSync(path)) {
    try {
      writeFileSync(path, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
}
