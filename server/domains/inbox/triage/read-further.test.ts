import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFurther } from './read-further.ts'
import { readMessage } from './read-message.ts'

const subjects = (text: string) => {
  const reading = readMessage({ text, villages: [] })
  return [
    reading.scenario,
    ...reading.reasons.flatMap(({ kind, scenario }) => (kind === 'further' ? [scenario] : [])),
  ]
}

const both: [string, string[]][] = [
  ['我崽的身份证到期了要怎么换，另外隔壁欠我三万块不还，能帮我们调解吗', ['business', 'mediation']],
  ['有人喊我刷单垫钱，是不是骗子。还有我想分户，要带什么材料', ['anti_fraud', 'business']],
  ['群里说明天停课是不是真的，顺便问下我们组停电了找哪个', ['public_information', 'other_office']],
]

for (const [text, expected] of both) {
  test(`several subjects: ${text}`, () => assert.deepEqual(subjects(text).sort(), expected.sort()))
}

const one = [
  '我崽的身份证到期了，人在广东，能不能在那边换，要带什么',
  '隔壁砌墙占了我屋半尺地，讲了几回都不听，想请你们来调解',
  '你好，我是鹊山村的，请问派出所周末上班吗，谢谢',
  '',
  '，，，。。。',
]

for (const text of one) {
  test(`one subject: ${text}`, () => assert.equal(subjects(text).length, 1, subjects(text).join()))
}

test('a further subject names its part of the message and its word, and never the main one', () => {
  const [further] = readFurther('身份证到期了怎么换，另外想问老板拖欠工钱怎么办', 'business')
  assert.equal(further?.scenario, 'mediation')
  assert.match(further!.text, /工钱/)
  assert.ok(further!.text.includes(further!.word))
  assert.deepEqual(readFurther('老板拖欠工钱怎么办，身份证到期了', 'mediation')[0]?.scenario, 'business')
})

test('a long message costs little and tells each subject once', () => {
  const text = '身份证到期了怎么换，隔壁欠钱不还要调解，'.repeat(500)
  const scenarios = readFurther(text, 'safety').map(({ scenario }) => scenario)
  assert.equal(new Set(scenarios).size, scenarios.length)
})
