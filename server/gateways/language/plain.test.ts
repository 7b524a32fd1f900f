import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plain } from './post-to-endpoint.ts'

test('nothing hides behind letters that nobody sees', () => {
  for (const hidden of [
    'h\u200bttps://evil.example/x',
    'ht\u00adtps://evil.example',
    'www\u2060.evil.example',
  ])
    assert.equal(plain(`看${hidden} 再说`), '看［网址已去掉］ 再说', JSON.stringify(hidden))
  assert.equal(plain('<\u200bscript>好'), '好')
  assert.equal(plain('[点\u200b这里](h\u200bttps://evil.example)'), '点这里')
})

test('a text made to be slow to read is read at once, whatever it is made of', () => {
  for (const piece of [
    '[',
    '<',
    '<think>',
    '![](',
    '[](',
    '[a](',
    '](',
    'http://',
    'www.',
    '<a ',
    '\u200b[',
  ]) {
    const began = performance.now()
    plain(piece.repeat(Math.floor(250_000 / piece.length)))
    assert.ok(performance.now() - began < 2000, `${piece}: ${Math.round(performance.now() - began)} ms`)
  }
})
