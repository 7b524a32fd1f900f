import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { makeFolder } from '../test/make-folder.ts'

const pool = join(makeFolder('rank'), 'pool.jsonl')
writeFileSync(
  pool,
  [
    { id: 'card', text: '身份证丢了可以补领，本人带户口簿来，收费四十元。' },
    { id: 'wife', text: '妻子的户口可以迁到丈夫家里，带结婚证和双方户口簿。' },
    { id: 'debt', text: '借款到期不归还的，可以到法院起诉。' },
    ...Array.from({ length: 20 }, (_, n) => ({ id: `other ${n}`, text: `村里第${n}次开会讲防火。` })),
  ]
    .map((row) => JSON.stringify(row))
    .join('\n\n'),
)
const rank = (...lines: string[]) => {
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'rank-lines.ts'), '--pool', pool],
    { input: lines.join('\n'), encoding: 'utf8' },
  )
  assert.equal(status, 0)
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
}

test('each question gets the ten best texts, also by other words of the same meaning', () => {
  const answers = rank(
    JSON.stringify({ id: 'a', text: '堂客的户口迁过来' }),
    JSON.stringify({ id: 'b', text: '他欠钱不还，我告他行不' }),
    JSON.stringify({ id: 'c', text: '村里防火开会' }),
  )
  assert.deepEqual(
    answers.map(({ id, ranked }) => [id, ranked[0]]),
    [
      ['a', 'wife'],
      ['b', 'debt'],
      ['c', 'other 0'],
    ],
  )
  assert.equal(answers[2].ranked.length, 10)
})

test('what is no question is answered as that, and the next one all the same', () => {
  const answers = rank(
    '{',
    '{"id":1,"text":"x"}',
    JSON.stringify({ id: 'd', text: '' }),
    '{"id":"e","text":"👍"}',
  )
  assert.deepEqual(answers[0].id, null)
  assert.match(answers[1].error, /id/)
  assert.deepEqual(answers.slice(2), [
    { id: 'd', ranked: [] },
    { id: 'e', ranked: [] },
  ])
})

test('without texts it says what is missing', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(import.meta.dirname, 'rank-lines.ts')], {
    encoding: 'utf8',
  })
  assert.equal(status, 2)
  assert.match(stderr, /--pool/)
})
