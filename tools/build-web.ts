import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
export const webFolder = resolve(root, 'build/web')
const stamp = resolve(webFolder, '.sources')

/** Builds the pages when they are not there or their sources have changed. Returns whether it had to. */
export async function buildWeb(): Promise<boolean> {
  const hash = createHash('sha256')
  const sources = globSync(
    ['web/**/*.{ts,tsx,css,html,svg,json}', 'contract/*.ts', 'vite.config.ts', 'package-lock.json'],
    { cwd: root },
  )
  for (const file of sources.sort()) hash.update(file).update(readFileSync(resolve(root, file)))
  const wanted = hash.digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ logLevel: 'warn', configFile: resolve(root, 'vite.config.ts') })
  writeFileSync(stamp, wanted)
  return true
}
