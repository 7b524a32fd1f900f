import type { ClientBase, Pool } from 'pg'

type Facts = Record<string, string>

const wanted = [
  'server_version_num',
  'server_encoding',
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'data_checksums',
]

/**
 * Refuses a database that could lose a message it acknowledged, or that we cannot work on: throws one Chinese
 * sentence a fault. Returns warnings: an `outside` server (DATABASE_URL) without data checksums is only
 * warned of, since they cannot be had without stopping it. The settings are those of this connection, so ask
 * on one of the role that writes.
 */
export async function checkDurability(
  client: Pick<ClientBase | Pool, 'query'>,
  options: { outside: boolean },
): Promise<string[]> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any ($1)',
    [wanted],
  )
  const { faults, warnings } = judgeDurability(
    Object.fromEntries(rows.map((row) => [row.name, row.setting])),
    options.outside,
  )
  if (faults.length > 0) throw new Error(`数据库的设置不能保证不丢数据，没有启动：\n${faults.join('\n')}`)
  return warnings
}

/** The rule itself. `facts` are rows of pg_settings; one that is missing counts as a fault. */
export function judgeDurability(facts: Facts, outside: boolean): { faults: string[]; warnings: string[] } {
  const faults: string[] = []
  const warnings: string[] = []
  if (!(Number(facts['server_version_num']) >= 150_000))
    faults.push('PostgreSQL 的版本太旧，需要 15 或更新的版本。（server_version < 15）')
  if (facts['server_encoding'] !== 'UTF8')
    faults.push('数据库的编码不是 UTF8，存不了全部汉字，请用 UTF8 重建。（server_encoding）')
  for (const setting of ['fsync', 'full_page_writes'])
    if (facts[setting] !== 'on')
      faults.push(`${setting} 没有打开，断电会丢数据或损坏文件，请设为 on。（${setting} = off）`)
  // on, local, remote_write and remote_apply all wait for this server's own disk.
  if ((facts['synchronous_commit'] ?? 'off') === 'off')
    faults.push(
      'synchronous_commit 没有打开，断电会丢掉刚收到的消息，请设为 on。（synchronous_commit = off）',
    )
  if (facts['data_checksums'] !== 'on')
    (outside ? warnings : faults).push(
      '没有打开数据校验和，磁盘悄悄出错时发现不了；可在停机时用 pg_checksums --enable 打开。（data_checksums = off）',
    )
  return { faults, warnings }
}
