import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, relative, resolve } from 'node:path'
import { test } from 'node:test'
import { figureKeys } from '../../../contract/statistics.ts'
import { definitionHashes } from './definition-hashes.ts'
import { figures } from './figures.ts'

const folder = import.meta.dirname
/** These decide how rows and names are shown, not what is counted. */
const showing = ['rows-query.ts', 'paging.ts', 'words.ts', 'places.ts']

/** A figure's file and everything of this domain that it stands on: together they are the definition. */
function sourcesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found
  found.add(file)
  for (const [, path] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const target = resolve(dirname(file), path!)
    const inside = relative(folder, target)
    if (!inside.startsWith('..') && !showing.includes(inside)) sourcesOf(target, found)
  }
  return found
}

/** Comments and the way of writing are not the definition; the code is, and the sentence that says it. */
function hashOf(file: string): string {
  const code = [...sourcesOf(file)]
    .sort()
    .map((source) => readFileSync(source, 'utf8'))
    .map((text) =>
      text
        .replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
        .replace(/\s+/g, '')
        .replace(/,(?=[)\]}])/g, ''),
    )
  return createHash('sha256').update(code.join('\n')).digest('hex').slice(0, 16)
}

for (const key of figureKeys) {
  test(`the definition of ${key} changes only with a new version`, () => {
    const { version } = figures[key]
    const file = resolve(folder, 'figures', `${key.replaceAll('_', '-')}.ts`)
    assert.equal(
      definitionHashes[key]?.[version],
      hashOf(file),
      `raise the version of ${key}, add its hash to definition-hashes.ts and a line to CHANGELOG.md`,
    )
    assert.equal(Math.max(...Object.keys(definitionHashes[key]!).map(Number)), version)
  })
}
