import { existsSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

/** What to start as a process of its own for this source: what `npm test` has built of it, or the source itself. */
export function builtScript(file: string): string {
  const built = join(process.env['TEST_BUILT'] ?? '', relative(root, file).replace(/\.ts$/, '.mjs'))
  return process.env['TEST_BUILT'] && existsSync(built) ? built : file
}
