import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pagesOf } from './pages-of.ts'

/** The cursors it was asked with, when the server answers `next` of each. */
async function askedWith(next: (cursor: string, turn: number) => string): Promise<string[]> {
  const asked: string[] = []
  const pages = pagesOf('list', async (cursor) => {
    asked.push(cursor)
    return { nextCursor: next(cursor, asked.length) }
  })
  for await (const _ of pages);
  return asked
}

test('pages are read to the last, which names no cursor or its own', async () => {
  assert.deepEqual(await askedWith(() => ''), [''])
  assert.deepEqual(await askedWith((cursor) => ({ '': 'a', a: 'b' })[cursor] ?? ''), ['', 'a', 'b'])
  assert.deepEqual(await askedWith(() => 'a'), ['', 'a'])
})

test('a list that goes round, and one without an end, are refused', async () => {
  const unreadable = { kind: 'unreadable' }
  await assert.rejects(
    askedWith((cursor) => (cursor === 'a' ? 'b' : 'a')),
    unreadable,
  )
  await assert.rejects(
    askedWith((_, turn) => String(turn)),
    unreadable,
  )
})
