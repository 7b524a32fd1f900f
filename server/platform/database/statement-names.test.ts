import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'

const root = resolve(import.meta.dirname, '../..')

// A connection keeps a named statement. Another text under the same name is refused by whichever connection has met the
// first: on a quiet machine none may have, and in a rush all have.
test('no two prepared statements have one name', () => {
  const places = new Map<string, string[]>()
  for (const file of globSync('**/*.ts', { cwd: root }).filter((each) => !each.endsWith('.test.ts')))
    for (const [, name] of readFileSync(resolve(root, file), 'utf8').matchAll(/name: '([a-z-]+)',\s*text\b/g))
      places.set(name!, [...(places.get(name!) ?? []), file])
  assert.ok(places.size > 50)
  assert.deepEqual(
    [...places].filter(([, files]) => files.length > 1),
    [],
  )
})
