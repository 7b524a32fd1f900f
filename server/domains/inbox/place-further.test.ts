import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeFurther } from './place-further.ts'

const place = (main: string, further: string) => {
  const scripts = (ids: string) => [...ids].map((scriptId) => ({ scriptId }))
  return placeFurther(scripts(main), scripts(further))
    .map(({ scriptId }) => scriptId)
    .join('')
}

test('further subjects get the last of three places, the main subject keeps the first', () => {
  assert.equal(place('abc', ''), 'abc')
  assert.equal(place('abc', 'x'), 'abx')
  assert.equal(place('abc', 'xy'), 'axy')
  assert.equal(place('a', 'x'), 'ax')
  assert.equal(place('', 'xy'), 'xy')
})

test('a script that fits both stands once, and the room it leaves is used', () => {
  assert.equal(place('abc', 'a'), 'abc')
  assert.equal(place('abc', 'c'), 'abc')
  assert.equal(place('abc', 'xb'), 'axb')
})
