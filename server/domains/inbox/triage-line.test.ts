import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import { test } from 'node:test'
import { starterScripts } from '../scripts/starter/scripts.ts'
import { starterGuides } from '../services/starter/guides.ts'

const tool = resolve(import.meta.dirname, '../../../tools/triage-lines.ts')

async function triage(lines: string[]): Promise<Record<string, unknown>[]> {
  const child = spawn(process.execPath, [tool], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end(lines.map((line) => `${line}\n`).join(''))
  const [out, code] = await Promise.all([
    readAll(child.stdout),
    new Promise((done) => child.once('close', done)),
  ])
  assert.equal(code, 0)
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const say = (id: string | number, text: string) => JSON.stringify({ id, text })

test('each line is answered in its order, and a bad one ends nothing', async () => {
  const answers = await triage([
    say('fire', '快来人，灶屋里起火哒'),
    'no json',
    say('split', '我想跟爹娘分户，要带什么材料'),
    JSON.stringify({ text: 'without id' }),
    JSON.stringify({ id: 'x', text: 7 }),
    'null',
    say(7, ''),
    say('long', '我崽的身份证到期了，隔壁欠钱不还，'.repeat(200).slice(0, 2000)),
    say('emoji', '😀👍🆗'),
    say('latin', 'hello, is anybody there?'),
    say('line\u2028end', '群里说明天停课，真的假的\u2028问一下'),
    say('power', '我们组停电了，什么时候来电'),
  ])
  assert.equal(answers.length, 12)
  const by = (id: unknown) => answers.find((answer) => answer.id === id)!
  assert.equal(by('fire').emergency, true)
  assert.deepEqual(
    [by('split').emergency, by('split').scenario, by('split').office, by('split').service],
    [false, 'business', null, 'household-split'],
  )
  assert.deepEqual(answers[1], { id: null, error: 'not JSON' })
  assert.deepEqual(answers[3], { id: null, error: 'id is missing' })
  assert.deepEqual(answers[4], { id: 'x', error: 'text is not a text' })
  assert.deepEqual(answers[5], { id: null, error: 'id is missing' })
  assert.deepEqual([by(7).service, by(7).scripts, by(7).emergency], [null, [], false])
  assert.ok((by('long').scripts as string[]).length === 3)
  assert.equal(by('line\u2028end').scenario, 'public_info')
  assert.deepEqual([by('power').scenario, by('power').office, by('power').service], ['other', 'power', null])
  const codes = new Set(starterScripts.map(({ code }) => code))
  const slugs = new Set(starterGuides.map(({ slug }) => slug))
  for (const answer of answers.filter((one) => !('error' in one))) {
    assert.deepEqual(Object.keys(answer), [
      'id',
      'emergency',
      'scenario',
      'office',
      'service',
      'scripts',
      'reasons',
    ])
    assert.ok((answer.reasons as string[]).length > 0)
    for (const code of answer.scripts as string[]) assert.ok(codes.has(code))
    if (answer.service !== null) assert.ok(slugs.has(answer.service as string))
  }
})

test('a mark of Windows before the first line and blank lines are no messages', async () => {
  const answers = await triage([
    `\ufeff${say('first', '快来人，灶屋里起火哒')}\r`,
    '',
    ' \r',
    say('last', '怎么分户'),
  ])
  assert.deepEqual(
    answers.map(({ id, error }) => [id, error]),
    [
      ['first', undefined],
      ['last', undefined],
    ],
  )
})

test('a file in another encoding is told, not read as nonsense', async () => {
  const child = spawn(process.execPath, [tool], { stdio: ['pipe', 'pipe', 'inherit'] })
  // {"id":1,"text":"身份证丢了"} in GBK.
  const gbk = Buffer.from('c9edb7ddd6a4b6aac1cb', 'hex')
  child.stdin.end(Buffer.concat([Buffer.from('{"id":1,"text":"'), gbk, Buffer.from('"}\n')]))
  assert.deepEqual(JSON.parse(await readAll(child.stdout)), { id: null, error: 'not UTF-8' })
})

test('an empty file has no answer', async () => {
  const child = spawn(process.execPath, [tool], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin.end()
  assert.equal(await readAll(child.stdout), '')
})
