import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { bundle, root } from './bundle.ts'
import { sourceStamp } from './source-stamp.ts'

const folder = resolve(root, 'build/server')
const sources = ['{contract,server,database,tools}/**/*.{ts,json}', 'package-lock.json']

/** Bundles a program of the server when it is not there or its sources have changed. Returns the file to import. */
export async function buildServer(program: string): Promise<string> {
  // What lies beside the sources is named by its whole path: a checkout that has moved is another one.
  const stamp = sourceStamp(root, sources, root).slice(0, 16)
  const place = resolve(folder, stamp)
  if (!existsSync(place)) {
    // Beside it first: two that start at once must not see one another's half.
    const beside = `${place}.${process.pid}`
    await bundle([program], beside)
    for (const old of existsSync(folder) ? readdirSync(folder) : [])
      if (!old.startsWith(stamp)) rmSync(resolve(folder, old), { recursive: true, force: true })
    if (existsSync(place)) rmSync(beside, { recursive: true, force: true })
    else renameSync(beside, place)
  }
  return resolve(place, program.replace(/\.ts$/, '.mjs'))
}
