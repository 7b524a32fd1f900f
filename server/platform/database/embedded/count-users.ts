import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive, ownMark } from './process-birth.ts'

export type Membership = {
  /**
   * Gives the place up. True when no living process uses the database any more. Synchronous: also runs at
   * exit.
   */
  leave(): boolean
}

/**
 * Notes that this process uses the database, as an empty file in `folder`; all is in its name, so making it
 * is atomic.
 */
export function joinUsers(folder: string): Membership {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const note = join(folder, `${ownMark()}-${randomBytes(4).toString('hex')}`)
  writeFileSync(note, '', { mode: 0o600 })
  return {
    leave() {
      rmSync(note, { force: true })
      return !anyoneLeft(folder)
    },
  }
}

function anyoneLeft(folder: string): boolean {
  let notes: string[] = []
  try {
    notes = readdirSync(folder)
  } catch {
    // The whole data folder was deleted under us.
  }
  for (const note of notes) if (!isAlive(note)) rmSync(join(folder, note), { force: true })
  return notes.some(isAlive)
}
