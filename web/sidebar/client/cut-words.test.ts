import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cutWords } from './cut-words.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

test('short words stay one message, with their lines', () => {
  assert.deepEqual(cutWords('请带：\n1. 户口簿\n'), ['请带：\n1. 户口簿'])
  assert.deepEqual(cutWords('  \n'), [])
})

test('long ones are cut at lines, then at sentences, then anywhere, and nothing is lost', () => {
  const lines = `${'甲'.repeat(600)}\n${'乙'.repeat(400)}。${'丙'.repeat(400)}\n丁`
  assert.deepEqual(cutWords(lines), ['甲'.repeat(600), `${'乙'.repeat(400)}。`, `${'丙'.repeat(400)}\n丁`])
  const one = '字'.repeat(1500)
  assert.equal(cutWords(one).join(''), one)
  for (const part of [...cutWords(lines), ...cutWords(one)]) assert.ok(bytes(part) <= 2000)
})
