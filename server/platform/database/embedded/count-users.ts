import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { processBirth } from './process-birth.ts'

export type Membership = {
  /** Gives the place up. True when no living process uses the database any more. Synchronous: also runs at exit. */
  leave(): boolean
}

/**
 * Notes that this process uses the database, as an empty file `<pid>-<birth>-<random>` in `folder`. Everything is
 * in the name, so that making it is one atomic step and a dead process's note is known as such after its pid was reused.
 */
export function joinUsers(folder: string): Membership {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const note = `${process.pid}-${processBirth(process.pid)}-${randomBytes(4).toString('hex')}`
  writeFileSync(join(folder, note), '', { mode: 0o600 })
  return {
    leave() {
      rmSync(join(folder, note), { force: true })
      return livingUsers(folder).length === 0
    },
  }
}

function livingUsers(folder: string): string[] {
  let notes: string[]
  try {
    notes = readdirSync(folder)
  } catch {
    return []
  }
  return notes.filter((note) => {
    const [pid, birth] = note.split('-')
    if (birth && processBirth(Number(pid)) === birth) return true
    rmSync(join(folder, note), { force: true })
    return false
  })
}
