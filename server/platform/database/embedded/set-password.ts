import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { explainFailure } from './explain-failure.ts'
import { programEnvironment } from './run-as.ts'
import type { Site } from './site.ts'

/**
 * Tells a stopped cluster a new superuser password, when the file with the old one was lost or not in the
 * backup.
 */
export async function setPassword(site: Site): Promise<void> {
  try {
    execFileSync(join(site.binaries, 'bin/postgres'), ['--single', '-D', site.cluster, 'postgres'], {
      ...site.user,
      cwd: '/',
      env: programEnvironment(),
      input: `alter role postgres password '${site.password}';\n`,
      stdio: ['pipe', 'ignore', 'pipe'],
    })
  } catch (error) {
    throw explainFailure((error as Error).message, site.cluster)
  }
  site.passwordToSet = false
  site.log.warn({}, 'postgres.password 丢失过，已给数据库重设口令。')
}
