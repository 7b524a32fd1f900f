import { existsSync } from 'node:fs'
import { lstat, readdir, readFile, realpath, rmdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { failure } from './explain-failure.ts'

/**
 * The real folder of the cluster that `dataDir` has, or undefined when it has none yet. `dataDir/postgres` is
 * the folder itself or a link to one on a shelf. A link that leads nowhere is an error: starting empty in its
 * place would look as if every record had been lost.
 */
export async function findCluster(dataDir: string): Promise<string | undefined> {
  const entry = join(dataDir, 'postgres')
  const kind = await lstat(entry).catch(() => undefined)
  if (!kind) return undefined
  const cluster = await realpath(entry).catch(() => undefined)
  if (!cluster)
    throw failure(
      `数据库的文件不在了：${entry} 指向的文件夹已不存在。请从备份恢复；确实要从空库重新开始，就删掉这个链接。`,
      `${entry} is a link to a folder that is gone. Restore it, or delete the link to start empty.`,
    )
  if (existsSync(join(cluster, 'PG_VERSION'))) {
    if (kind.isSymbolicLink()) await claim(cluster, dataDir)
    return cluster
  }
  if ((await readdir(cluster)).length > 0)
    throw failure(
      `${entry} 里有别的文件，不像是数据库。请把它移走，或用 DATA_DIR 另指一处。`,
      `${entry} is not empty and is no PostgreSQL cluster.`,
    )
  // A place somebody prepared; where it cannot be removed (a mount point) a rename onto it would fail as well.
  await rmdir(entry).catch(() => {})
  return undefined
}

/** Notes beside a cluster on a shelf which data folder it belongs to. */
export function noteOwner(cluster: string, dataDir: string): Promise<void> {
  return writeFile(join(dirname(cluster), 'data-dir'), `${dataDir}\n`)
}

/** The data folder noted beside a cluster; empty for one that is on no shelf of ours. */
export async function readOwner(cluster: string): Promise<string> {
  return (await readFile(join(dirname(cluster), 'data-dir'), 'utf8').catch(() => '')).trim()
}

/** A data folder that was moved keeps its cluster; a copy of one must not write into the original's. */
async function claim(cluster: string, dataDir: string): Promise<void> {
  const owner = await readOwner(cluster)
  if (!owner || owner === dataDir) return
  const theirs = await realpath(join(owner, 'postgres')).catch(() => undefined)
  if (theirs === cluster)
    throw failure(
      `${dataDir} 是 ${owner} 的副本，两边的 postgres 链接指向同一个数据库。请删掉副本里的 postgres 链接，再从备份恢复。`,
      `${dataDir} is a copy of ${owner}: both link to the cluster ${cluster}.`,
    )
  await noteOwner(cluster, dataDir)
}
