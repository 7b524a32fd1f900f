import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { officeCodes, readOfficeCodes, scenarios } from '../../../../contract/vocabulary.ts'
import { dangers } from './dangers.ts'
import { listWords } from './find-words.ts'
import { seededNumbers } from './fit-weights.ts'
import { gatherSentences } from './gather-sentences.ts'
import { heldOutCalm, heldOutEmergencies } from './held-out/dangers.ts'
import { heldOutOffices, heldOutScenarios } from './held-out/scenarios.ts'
import { unmetCalm, unmetEmergencies } from './held-out/unmet-dangers.ts'
import { fifth, fourth, inEarnest, sixthHard, sixthPlain, third, unseen } from './held-out-rows.ts'
import { starterModel } from './model.ts'
import { type Reading, readMessage } from './read-message.ts'
import { trainHeads } from './train-model.ts'

const villages = [{ id: 'v', names: ['鹊山村'] }]
const read = (text: string): Reading => readMessage({ text, villages })

const pieces = dangers.flatMap((danger) =>
  listWords(`${danger.cry ?? ''} ${danger.plain ?? ''} ${danger.topic ?? ''}`),
)
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        '没',
        '着火',
        '了',
        '，',
        '。',
        ' ',
        '老人',
        '不见了',
        '鹊山',
        '\ud800',
        '\u0000',
        '身份证',
      ),
    )
    .map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join('')),
)

test('any string is read: no throw, full reading, reasons, words that a page and a database can hold', () => {
  fc.assert(
    fc.property(anyText, fc.boolean(), (text, hasVoice) => {
      const reading = readMessage({ text, villages, hasVoice })
      assert.ok(scenarios.includes(reading.scenario))
      assert.equal(reading.office !== null, reading.scenario === 'other_office')
      if (reading.office) assert.ok(officeCodes.includes(reading.office))
      assert.ok(reading.confidence >= 0 && reading.confidence <= 1)
      assert.ok(reading.reasons.length > 0)
      for (const { word, because } of reading.reasons) {
        assert.ok(because.length > 0)
        assert.ok(word.isWellFormed() && because.isWellFormed() && !word.includes('\u0000'))
      }
      assert.equal(reading.version, starterModel.version)
      if (hasVoice) assert.ok(reading.reasons.some((reason) => reason.kind === 'emergency'))
    }),
    { numRuns: 400 },
  )
})

test('the same message is read the same way every time', () => {
  fc.assert(
    fc.property(anyText, (text) => assert.deepEqual(read(text), read(text))),
    { numRuns: 100 },
  )
})

test('a cry for help is heard in any company of unrelated words', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('救命', '快来人', '不想活了', '要砍死我'),
      fc.constantFrom('', '你好，', '所长，', '我是鹊山村的，'),
      (cry, before) => {
        assert.equal(read(`${before}${cry}`).emergency, true)
      },
    ),
  )
})

const hostile = [
  '着火',
  '救命',
  '老人不见了。',
  '没有人',
  '，',
  ' ',
  'a',
  '身份证',
  '打',
  '不',
  '鹊山',
  '\ud83d',
  '\ufdfa',
  '要打死我要',
]

/** Processor milliseconds of one reading, the best of a few: what else runs on the machine does not count. */
function cost(text: string, runs = 3): number {
  let best = Infinity
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage()
    read(text)
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

test('time grows with the length and no faster, whatever the text', () => {
  for (const piece of hostile) {
    const long = piece.repeat(Math.ceil(100_000 / piece.length))
    const [tenth, whole] = [cost(long.slice(0, 10_000)), cost(long)]
    assert.ok(whole < 2500, `${piece}: ${whole.toFixed(0)} ms for 100,000 letters`)
    assert.ok(whole < 60 * Math.max(tenth, 2), `${piece}: ${tenth.toFixed(1)} ms → ${whole.toFixed(1)} ms`)
  }
})

test('a message of 2,000 letters takes a few milliseconds on any machine', () => {
  const text = '我崽的身份证到期了，隔壁欠钱不还，塘边没有围栏，听说明天停课，'.repeat(70).slice(0, 2000)
  for (let run = 0; run < 50; run += 1) read(text)
  const spent = cost(text, 30)
  assert.ok(spent < 8, `${spent.toFixed(2)} ms`)
})

test('the same seed gives the same weights', () => {
  const some = gatherSentences().filter((_, at) => at % 40 === 0)
  const [one, two] = [trainHeads(some, 5), trainHeads(some, 5)]
  assert.deepEqual(one.scenario.weights, two.scenario.weights)
  assert.deepEqual(one.danger.weights, two.danger.weights)
  assert.notDeepEqual(trainHeads(some, 6).scenario.weights, one.scenario.weights)
  assert.equal(seededNumbers(1)(), seededNumbers(1)())
})

test('the corpus is large enough, of one piece, and holds nothing that is held out', () => {
  const sentences = gatherSentences()
  const texts = new Set(sentences.map((sentence) => sentence.text))
  assert.equal(texts.size, sentences.length, 'a sentence stands twice')
  for (const scenario of scenarios) {
    const of = sentences.filter((sentence) => sentence.scenario === scenario)
    assert.ok(of.length >= 150, `${scenario}: ${of.length}`)
  }
  for (const office of readOfficeCodes)
    assert.ok(sentences.filter((sentence) => sentence.office === office).length >= 15)
  const rows = [inEarnest, unseen, third, fourth, fifth, sixthPlain, sixthHard].flat().map(({ text }) => text)
  const lists = [heldOutScenarios, heldOutOffices].flatMap((by) => Object.values(by))
  for (const text of [heldOutCalm, heldOutEmergencies, unmetCalm, unmetEmergencies, rows, ...lists].flat()) {
    assert.ok(!texts.has(text), text)
  }
})
