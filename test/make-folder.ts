import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A folder for one run, with the database in it. Root's would be closed to PostgreSQL's user, and the database then be
 * kept elsewhere on the machine, where no run that removes its folder removes it.
 */
export function makeFolder(name: string, place = tmpdir()): string {
  const folder = mkdtempSync(join(place, `lianxinqiao-${name}-`))
  chmodSync(folder, 0o711)
  return folder
}
