import type { OsUser } from './choose-os-user.ts'

/** All that starting and stopping one cluster needs to know. Paths are real paths. */
export type Site = {
  cluster: string
  binaries: string
  /** Whom PostgreSQL runs as; undefined: as ourselves. */
  user: OsUser | undefined
  password: string
  /** The password is new to an existing cluster, which must be told of it while it is stopped. */
  passwordToSet: boolean
  /** Undefined where the path is too long for a socket. */
  socketDir: string | undefined
  usersDir: string
  logFile: string
  log: SiteLog
}

export type SiteLog = Record<'info' | 'warn' | 'error', (details: object, sentence: string) => void>
