import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { sourceStamp } from './source-stamp.ts'

const root = resolve(import.meta.dirname, '..')
export const webFolder = resolve(root, 'build/web')
const stamp = resolve(webFolder, '.sources')
const sources = [
  'web/**/*.{ts,tsx,css,html,svg,json,webmanifest}',
  'contract/*.ts',
  'vite.config.ts',
  'package-lock.json',
]

/** Builds the pages when they are not there or their sources have changed. Returns whether it had to. */
export async function buildWeb(): Promise<boolean> {
  const wanted = sourceStamp(root, sources)
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false
  const { build } = await import('vite')
  await build({ logLevel: 'warn', configFile: resolve(root, 'vite.config.ts') })
  compressAssets()
  writeFileSync(stamp, wanted)
  return true
}

/** Each script and style beside itself as .br and .gz, so that no request waits for compressing. */
function compressAssets(): void {
  for (const file of globSync('assets/*.{js,mjs,css,svg}', { cwd: webFolder })) {
    const path = resolve(webFolder, file)
    const bytes = readFileSync(path)
    if (bytes.length < 1024) continue
    const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params }))
    writeFileSync(`${path}.gz`, gzipSync(bytes))
  }
}
