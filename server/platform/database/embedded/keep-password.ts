import { randomBytes } from 'node:crypto'
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { draftOf } from './drafts.ts'

/**
 * The superuser's password, made once and kept in `file` (readable by its owner only). `made` says that it is
 * new. The file appears complete or not at all, so that two processes starting together agree on one.
 */
export function keepPassword(file: string): { password: string; made: boolean } {
  const kept = readPassword(file)
  if (kept) return { password: kept, made: false }
  const draft = draftOf(file)
  const password = randomBytes(24).toString('base64url')
  writeFileSync(draft, `${password}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
    return { password, made: true }
  } catch (error) {
    const theirs = readPassword(file)
    if (!theirs) throw error
    return { password: theirs, made: false }
  } finally {
    rmSync(draft, { force: true })
  }
}

function readPassword(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
