import { chmod, chown, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { OsUser } from './choose-os-user.ts'
import { explainFailure } from './explain-failure.ts'
import { runAs } from './run-as.ts'

const builtin = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/**
 * Ways to say "UTF-8, order by code point", best first, for systems that lack the locale C.UTF-8. The built-
 * in provider does the ordering and upper-casing itself, but pg_trgm finds no trigrams in Chinese unless
 * LC_CTYPE is some UTF-8 locale of the system; the last way therefore loses search by similarity.
 */
const locales = [
  ['--locale=C.UTF-8'],
  ...['C.utf8', 'zh_CN.UTF-8', 'en_US.UTF-8'].map((ctype) => [...builtin, `--lc-ctype=${ctype}`]),
  builtin,
]

/** Fills the empty folder `folder` (ours to chown) with a new cluster whose superuser is `postgres`. */
export async function createCluster(
  folder: string,
  options: { binaries: string; user: OsUser | undefined; password: string },
): Promise<void> {
  const { user, password, binaries } = options
  const passwordFile = `${folder}.password`
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 })
  if (user) await chown(passwordFile, user.uid, user.gid)
  try {
    const fixed = ['-D', folder, '--username=postgres', `--pwfile=${passwordFile}`]
    const safe = ['--encoding=UTF8', '--data-checksums', '--auth=scram-sha-256', '--no-instructions']
    let said = ''
    for (const locale of locales) {
      const outcome = await runAs(user, join(binaries, 'bin/initdb'), [...fixed, ...safe, ...locale])
      if (outcome.ok) return
      said = outcome.said
      if (!said.includes('invalid locale name')) break
    }
    throw explainFailure(said, folder)
  } finally {
    await rm(passwordFile, { force: true })
  }
}

/** Makes `folder` for `user` alone; throws where the file system cannot give it away. */
export async function makePrivateFolder(folder: string, user: OsUser | undefined): Promise<void> {
  await mkdir(folder, { mode: 0o700 })
  await chmod(folder, 0o700)
  if (user) await chown(folder, user.uid, user.gid)
}
