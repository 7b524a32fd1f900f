import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { eventNames } from '../../../../contract/event-names.ts'
import type { eventWords } from './audit.ts'

/** Texts are chosen when a page starts: the catalogue is read afresh for each language. */
async function wordsIn(language: 'zh' | 'en'): Promise<typeof eventWords> {
  Object.assign(globalThis, { localStorage: { getItem: () => language } })
  const address = pathToFileURL(resolve(import.meta.dirname, 'audit.ts'))
  return (await import(`${address}?${language}`)).eventWords
}

test('every event has a name of its own in Chinese and in English', async () => {
  const [chinese, english] = [await wordsIn('zh'), await wordsIn('en')]
  for (const name of eventNames) {
    assert.match(chinese[name] ?? '', /^[\u4e00-\u9fff，、（）]{2,16}$/, name)
    assert.match(english[name] ?? '', /^[A-Z][A-Za-z -]+$/, name)
  }
  for (const words of [chinese, english]) {
    assert.deepEqual(Object.keys(words).sort(), [...eventNames].sort())
    const said = Object.values(words)
    assert.deepEqual(
      said.filter((word, index) => said.indexOf(word) !== index),
      [],
      'two events that read alike cannot be told apart in the log',
    )
  }
})
