import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { startEmbedded } from '../server/platform/database/embedded.ts'
import { migrate } from '../server/platform/database/migrate.ts'
import { createPool } from '../server/platform/database/pool.ts'
import { makeFolder } from '../test/make-folder.ts'

/** `npm run schema`: builds an empty database from the migrations and renews the types of its tables. */
const root = resolve(import.meta.dirname, '..')
const dataDir = makeFolder('schema')
const embedded = await startEmbedded({
  dataDir,
  log: { info() {}, warn: console.warn, error: console.error },
})
try {
  const owner = createPool(embedded.url, { max: 1, name: 'lianxinqiao-schema' })
  await migrate(owner)
  await owner.end()
  const { status } = spawnSync(
    resolve(root, 'node_modules/.bin/kysely-codegen'),
    [
      ...['--dialect', 'postgres', '--url', embedded.url, '--out-file', 'server/platform/database/schema.ts'],
      ...[
        '--camel-case',
        '--type-only-imports',
        '--exclude-pattern',
        'kysely*|pg_*',
        '--date-parser',
        'string',
      ],
    ],
    { cwd: root, stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
} finally {
  await embedded.stop()
  rmSync(dataDir, { recursive: true, force: true })
}
