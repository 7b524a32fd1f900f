import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'

/**
 * One text for the content of these files under `root`, and for what else counts: whatever is made of them is old when it
 * has changed.
 */
export function sourceStamp(root: string, patterns: string[], ...further: string[]): string {
  const hash = createHash('sha256')
  for (const text of further) hash.update(text)
  for (const file of globSync(patterns, { cwd: root }).sort())
    hash.update(file).update(readFileSync(resolve(root, file)))
  return hash.digest('hex')
}
