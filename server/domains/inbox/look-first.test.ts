import assert from 'node:assert/strict'
import { test } from 'node:test'
import { starterGuides } from '../services/starter/guides.ts'
import { lookFirst } from './look-first.ts'

const nobody = { emergency: false, office: null }

test('who looks for a guide with a call for help or another office’s matter is told whom to call', () => {
  for (const [text, look] of [
    ['有人打我', { emergency: true, office: null }],
    ['起火了', { emergency: true, office: null }],
    ['屋里停电了', { emergency: false, office: 'power' }],
    ['低保怎么申请', { emergency: false, office: 'civil_affairs' }],
    ['社保断了', { emergency: false, office: 'labour' }],
    ['营业执照', { emergency: false, office: 'market' }],
    ['消防演练', nobody],
    ['量子纠缠', nobody],
    ['红烧肉', nobody],
    ['分户', nobody],
    ['fenhu', nobody],
    ['fh', nobody],
    ['户', nobody],
  ] as const)
    assert.deepEqual(lookFirst(text), look, text)
})

test('no way of asking for a guide of ours sends anybody elsewhere or alarms her', () => {
  const wrong = starterGuides
    .flatMap(({ name, askedAs }) => [name, ...askedAs])
    .filter((text) => lookFirst(text).emergency || lookFirst(text).office)
  assert.deepEqual(wrong, [])
})
