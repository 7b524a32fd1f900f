import { createHash, randomBytes } from 'node:crypto'
import { chmod, mkdir, readdir, realpath, rename, rm, rmdir, symlink } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { OsUser } from './choose-os-user.ts'
import { createCluster, makePrivateFolder } from './create-cluster.ts'
import { clearDeadDrafts, draftOf } from './drafts.ts'
import { explainFailure } from './explain-failure.ts'
import { noteOwner, readOwner } from './find-cluster.ts'
import { canEnter } from './run-as.ts'
import { openShelf } from './shelves.ts'
import type { SiteLog } from './site.ts'

type Options = {
  binaries: string
  user: OsUser | undefined
  password: string
  shelves: string[]
  log: SiteLog
}

/**
 * Makes a new cluster for `dataDir` (a real path) and returns its real folder; `ours` is false when another
 * process was quicker, whose cluster then stands. It is built under another name and renamed, so that one cut
 * short is never taken for whole. It lies in `dataDir`, or on a shelf with a link to it when PostgreSQL's
 * user cannot get there.
 */
export async function prepareCluster(
  dataDir: string,
  options: Options,
): Promise<{ cluster: string; ours: boolean }> {
  const entry = join(dataDir, 'postgres')
  await clearDeadDrafts(entry)
  const inside = await tryPlace(draftOf(entry), options.user)
  if (inside) {
    const ours = await build(inside, options, () => rename(inside, entry))
    return { cluster: await realpath(entry), ours }
  }
  const { draft, home } = await openHome(dataDir, options)
  const ours = await build(join(draft, 'postgres'), options, async () => {
    await noteOwner(join(draft, 'postgres'), dataDir)
    await rename(draft, home)
    await symlink(join(home, 'postgres'), entry)
    options.log.info(
      { home },
      '数据文件夹对数据库用户不开放，数据库文件另放在别处，备份时不要只复制数据文件夹。',
    )
  })
  if (ours) await nameAbandoned(home, dataDir, options.log)
  else for (const left of [draft, home]) await rm(left, { recursive: true, force: true })
  return { cluster: await realpath(entry), ours }
}

/** Builds in `folder`, then puts it in place; false (and all undone) when the place was taken meanwhile. */
async function build(folder: string, options: Options, place: () => Promise<void>): Promise<boolean> {
  try {
    await createCluster(folder, options)
    await place()
    return true
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (['EEXIST', 'ENOTEMPTY', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

async function tryPlace(folder: string, user: OsUser | undefined): Promise<string | undefined> {
  try {
    await makePrivateFolder(folder, user)
    if (await canEnter(user, folder)) return folder
    await rmdir(folder)
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    if (!user) throw error
  }
  return undefined
}

/**
 * A new folder on a shelf, named after the data folder for people to recognise and with a random end: a data
 * folder that was deleted and made again starts empty and meets nothing of the old one.
 */
async function openHome(dataDir: string, options: Options): Promise<{ draft: string; home: string }> {
  const head = createHash('sha256').update(dataDir).digest('hex').slice(0, 10)
  for (const shelf of options.shelves) {
    if (!(await openShelf(shelf))) continue
    const stem = join(shelf, head)
    await clearDeadDrafts(stem)
    const draft = draftOf(stem)
    await mkdir(draft)
    await chmod(draft, 0o711)
    if (await tryPlace(join(draft, 'postgres'), options.user))
      return { draft, home: `${stem}-${randomBytes(3).toString('hex')}` }
    await rm(draft, { recursive: true, force: true })
  }
  throw explainFailure(`Permission denied: ${options.shelves.join(', ')}`, dataDir)
}

/**
 * What a deleted data folder left on the shelf is reported but never touched: it may be the records of a disk
 * that failed to mount today.
 */
async function nameAbandoned(home: string, dataDir: string, log: SiteLog): Promise<void> {
  const shelf = dirname(home)
  const head = basename(home).split('-')[0]
  for (const name of await readdir(shelf)) {
    const other = join(shelf, name)
    if (!name.startsWith(`${head}-`) || other === home) continue
    if ((await readOwner(join(other, 'postgres'))) === dataDir)
      log.warn({ other }, `${other} 是 ${dataDir} 从前的数据库，没有再用；确定不要了可以手工删除。`)
  }
}
