import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setImmediate } from 'node:timers/promises'
import { createTurns } from './take-turns.ts'

test('so many of a key at once, the others in the order they came; other keys do not wait', async () => {
  const take = createTurns(2)
  const through: string[] = []
  const ends = new Map<string, () => void>()
  const come = async (name: string, key = 'one') => {
    const end = await take(key)
    through.push(name)
    ends.set(name, end)
  }
  for (const name of ['a', 'b', 'c', 'd']) void come(name)
  void come('x', 'another')
  await setImmediate()
  assert.deepEqual(through, ['a', 'b', 'x'])
  ends.get('b')!()
  ends.get('b')!()
  await setImmediate()
  assert.deepEqual(through, ['a', 'b', 'x', 'c'], 'a turn ended twice lets one through')
  ends.get('a')!()
  ends.get('c')!()
  await setImmediate()
  ends.get('d')!()
  for (const name of ['e', 'f', 'g']) void come(name)
  await setImmediate()
  assert.deepEqual(through, ['a', 'b', 'x', 'c', 'd', 'e', 'f'])
})
