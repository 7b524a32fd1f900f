import { execFile } from 'node:child_process'
import type { OsUser } from './choose-os-user.ts'

export type Outcome = { ok: boolean; said: string }

/**
 * The whole environment of PostgreSQL's programs. The server's own PG… variables (PGPORT, PGDATA, PGOPTIONS)
 * would change what it does, and no secret of ours has business in its environment.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const { PATH, TZ } = process.env
  return { PATH, LC_ALL: 'C', ...(TZ ? { TZ } : {}) }
}

/** Runs a short program as `user` (undefined: as ourselves) and tells how it went; it never throws. */
export function runAs(user: OsUser | undefined, program: string, args: string[]): Promise<Outcome> {
  return new Promise((done) => {
    // The folder we stand in may be closed to `user`, and PostgreSQL's programs ask where they are.
    const options = { ...user, cwd: '/', env: programEnvironment(), maxBuffer: 4 * 1024 * 1024 }
    try {
      execFile(program, args, options, (error, stdout, stderr) =>
        done({ ok: !error, said: `${stdout}${stderr}${error && !stderr ? error.message : ''}` }),
      )
    } catch (error) {
      done({ ok: false, said: String(error) })
    }
  })
}

/**
 * Whether `user` can step into `folder`, past every folder above it. Asked by trying: access lists count too.
 */
export async function canEnter(user: OsUser | undefined, folder: string): Promise<boolean> {
  return (await runAs(user, '/bin/sh', ['-c', 'cd "$1"', 'sh', folder])).ok
}
