import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAlive, ownMark } from './process-birth.ts'

/** A name beside `target` to build it under; it is renamed into place when complete. */
export function draftOf(target: string): string {
  return `${target}.new-${ownMark()}-${randomBytes(4).toString('hex')}`
}

/** Removes drafts of `target` whose makers were killed before they were done. */
export async function clearDeadDrafts(target: string): Promise<void> {
  const head = `${basename(target)}.new-`
  const names = await readdir(dirname(target)).catch(() => [])
  for (const name of names.filter((each) => each.startsWith(head) && !isAlive(each.slice(head.length))))
    await rm(join(dirname(target), name), { recursive: true, force: true })
}
