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
const run = (options: string[], input = '', from?: string) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'rank-lines.ts'), ...options], {
    ...{ input, encoding: 'utf8', env: { ...process.env, ...(from && { INIT_CWD: from }) } },
  })
const answersOf = (stdout: string) =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const rank = (...lines: string[]) => {
  const { stdout, status } = run(['--pool', pool], lines.join('\n'))
  assert.equal(status, 0)
  return answersOf(stdout)
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
    '{"text":"x"}',
    JSON.stringify({ id: 'd', text: '' }),
    '{"id":"e","text":"👍"}',
    '{"id":"f"}',
  )
  assert.deepEqual(answers, [
    { id: null, error: 'not JSON' },
    { id: null, error: 'id is missing' },
    { id: 'd', ranked: [] },
    { id: 'e', ranked: [] },
    { id: 'f', error: 'text is not a text' },
  ])
})

test('files of other hands: a mark before the first line, blank lines, numbers as ids, one id twice, traditional characters', () => {
  const folder = makeFolder('rank')
  const rows = [
    { id: 7, text: '身份证丢了可以补领' },
    { id: 'move', text: '户口迁移' },
    { id: 7, text: '身份证补领要多久' },
  ]
  const lines = [...rows.map((row) => JSON.stringify(row)), '{"id":"cut']
  writeFileSync(join(folder, 'pool.jsonl'), `\ufeff${lines.join('\r\n \r\n')}\r\n`)
  const asked = `\ufeff${JSON.stringify({ id: 1, text: '身份證丟了，怎麼補領' })}\r\n\r\n  \n`
  // npm starts the command in the project's folder and says where the person stands.
  const { stdout, stderr, status } = run(['--pool', 'pool.jsonl'], asked, folder)
  assert.equal(status, 0)
  assert.deepEqual(answersOf(stdout), [{ id: 1, ranked: [7] }])
  assert.match(stderr, /^Row 4 of the pool is left out: not JSON\.$/m)
})

test('without texts it says what is missing', () => {
  for (const options of [[], ['--pool', '/nowhere/pool.jsonl'], ['--pol', pool]]) {
    const { status, stderr, stdout } = run(options)
    assert.deepEqual([status, stdout], [2, ''])
    assert.match(stderr, /pool/)
    assert.doesNotMatch(stderr, /\n {4}at /)
  }
})
