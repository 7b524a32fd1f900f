import { realpath } from 'node:fs/promises'
import pg from 'pg'
import { failure } from './explain-failure.ts'

export const databaseName = 'lianxinqiao'

export function urlOf(port: number, password: string, database = databaseName): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
}

/**
 * Whether the server on `port` takes our password and serves `cluster`. False while it cannot say yet. The
 * first greeting makes our database. Throws when it refuses the password, or serves another folder.
 */
export async function greetServer(port: number, cluster: string, password: string): Promise<boolean> {
  const answer = await ask(urlOf(port, password, 'postgres'))
  if ('folder' in answer) {
    if ((await realpath(answer.folder).catch(() => answer.folder)) === cluster) return true
    throw failure(
      `数据文件夹在数据库运行时被移动过（原在 ${answer.folder}，现在 ${cluster}）。请先停掉原来的数据库再启动。`,
      `The running server was started on ${answer.folder}, which is no longer ${cluster}. Stop it first.`,
    )
  }
  if (answer.refusal === '28P01')
    throw failure(
      `数据库不接受 postgres.password 里的口令（${cluster}）。请找回原来的 postgres.password；找不回时，停掉数据库并删掉这个文件，下次启动会重设口令。`,
      'The server refuses the password in postgres.password. Restore that file, or stop the server and delete it: the next start sets a new one.',
    )
  // "Too many connections" comes after the password was taken: the server is up.
  return answer.refusal === '53300'
}

async function ask(url: string): Promise<{ folder: string } | { refusal: string | undefined }> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, ssl: false })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ folder: string; made: boolean }>(
      `select current_setting('data_directory') as folder,
              exists (select from pg_database where datname = $1) as made`,
      [databaseName],
    )
    if (!rows[0]!.made) await client.query(`create database ${databaseName}`).catch(ignoreTwin)
    return { folder: rows[0]!.folder }
  } catch (error) {
    return { refusal: (error as { code?: string }).code }
  } finally {
    await client.end().catch(() => {})
  }
}

/** Two processes may greet a new server at the same time. */
function ignoreTwin(error: { code?: string }): void {
  if (error.code !== '42P04' && error.code !== '23505') throw error
}
