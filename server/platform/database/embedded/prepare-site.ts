import { chmod, chown, lchown, mkdir, readdir, realpath, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { chooseOsUser, type OsUser } from './choose-os-user.ts'
import { findCluster } from './find-cluster.ts'
import { keepPassword } from './keep-password.ts'
import { placeBinaries } from './place-binaries.ts'
import { prepareCluster } from './prepare-cluster.ts'
import type { Site, SiteLog } from './site.ts'

/**
 * Makes sure that programs, cluster and password are there. `fresh` is true when this call made the cluster.
 */
export async function prepareSite(options: {
  dataDir: string
  shelves: string[]
  log: SiteLog
}): Promise<Site & { fresh: boolean }> {
  const { shelves, log } = options
  const root = process.getuid?.() === 0
  await makeDataDir(options.dataDir, root ? 0o711 : 0o700)
  const dataDir = await realpath(options.dataDir)
  const found = await findCluster(dataDir)
  const user = await chooseOsUser(found ? await stat(found) : undefined)
  const binaries = await placeBinaries(user, root ? shelves : [dataDir])
  const { password, made } = keepPassword(join(dataDir, 'postgres.password'))
  const { cluster, ours } = found
    ? { cluster: found, ours: false }
    : await prepareCluster(dataDir, { binaries, user, password, shelves, log })
  if (found) await ownCluster(found, user)
  return {
    cluster,
    binaries,
    user,
    password,
    passwordToSet: made && found !== undefined,
    socketDir: await openSocketDir(cluster, user),
    usersDir: join(dataDir, 'postgres.users'),
    logFile: join(dataDir, 'postgres.log'),
    log,
    fresh: ours,
  }
}

/**
 * For root, execute only for others: PostgreSQL's user passes through, but cannot look around. A folder that
 * is there keeps its mode. The last step is not recursive, since Node then hides why it failed (read-only
 * shows as ENOENT).
 */
async function makeDataDir(dataDir: string, mode: number): Promise<void> {
  await mkdir(dirname(dataDir), { recursive: true })
  try {
    await mkdir(dataDir)
    await chmod(dataDir, mode)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/**
 * A cluster restored from a backup by root belongs to root, or is open to all: PostgreSQL accepts neither.
 */
async function ownCluster(cluster: string, user: OsUser | undefined): Promise<void> {
  const { uid, mode } = await stat(cluster)
  if (user && uid !== user.uid) {
    await chown(cluster, user.uid, user.gid)
    for (const name of await readdir(cluster, { recursive: true }))
      await lchown(join(cluster, name), user.uid, user.gid)
  }
  if (mode & 0o077) await chmod(cluster, 0o700)
}

/** A socket's path may have 103 bytes (macOS; Linux 107), and PostgreSQL adds "/.s.PGSQL.12345". */
async function openSocketDir(cluster: string, user: OsUser | undefined): Promise<string | undefined> {
  const folder = join(dirname(cluster), 'postgres.socket')
  if (Buffer.byteLength(folder) > 87) return undefined
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if (user) await chown(folder, user.uid, user.gid)
  return folder
}
