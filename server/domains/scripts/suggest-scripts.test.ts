import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Questions } from './fixtures/asked.ts'
import { questionsOf } from './fixtures/questions.fixture.ts'
import { createIndex, type ScriptIndex } from './script-index.ts'
import { starterScripts } from './starter/scripts.ts'
import { type Question, rankScripts } from './suggest-scripts.ts'

type Row = Parameters<typeof createIndex>[0][number]
const rows: Row[] = starterScripts.map((script) => ({
  id: script.code,
  version: 1,
  code: script.code,
  library: script.scenario,
  title: script.title,
  body: script.body,
  expiresOn: script.expiresOn,
  auxiliaryMay: script.auxiliaryMay,
  villageIds: null,
  keywords: script.keywords,
  askedAs: script.askedAs,
}))
const index = createIndex(rows)
const today = '2026-11-24'
const ask = (text: string, more: Partial<Question> = {}, among: ScriptIndex = index, day = today) =>
  rankScripts(among, { text, scenario: null, villageId: null, role: 'chief', ...more }, day)

/** In what share of the questions the right script comes first, and among the three that are shown. */
function hitRates(part: keyof Questions): { first: number; three: number } {
  const places = questionsOf(part).map(({ text, codes }) =>
    ask(text).findIndex((script) => codes.includes(script.code)),
  )
  const share = (count: number) => count / places.length
  return {
    first: share(places.filter((place) => place === 0).length),
    three: share(places.filter((place) => place >= 0).length),
  }
}

test('the questions are many, each once, and name scripts there are', () => {
  const all = (['near', 'apart', 'held'] as const).flatMap(questionsOf)
  assert.ok(all.length >= 600)
  assert.equal(new Set(all.map(({ text }) => text)).size, all.length)
  const codes = new Set(starterScripts.map((script) => script.code))
  for (const question of all) {
    assert.ok(question.codes.length > 0 && question.codes.every((code) => codes.has(code)), question.text)
  }
  const answered = new Set(all.flatMap((question) => question.codes))
  assert.deepEqual(
    [...codes].filter((code) => !answered.has(code)),
    [],
  )
})

test('no sentence kept for measuring is among those the scripts are found by', () => {
  const known = new Set(starterScripts.flatMap((script) => script.askedAs))
  for (const { text } of questionsOf('held')) assert.ok(!known.has(text), text)
})

test('the right script is among the three that are shown', () => {
  const near = hitRates('near')
  assert.ok(near.first >= 0.9 && near.three >= 0.97, `near ${near.first} ${near.three}`)
  const apart = hitRates('apart')
  assert.ok(apart.first >= 0.85 && apart.three >= 0.93, `apart ${apart.first} ${apart.three}`)
  // What the ranking is worth on sentences nobody wrote a script's words for.
  const held = hitRates('held')
  assert.ok(held.first >= 0.65 && held.three >= 0.83, `held ${held.first} ${held.three}`)
})

test('a suggestion says which words it was found by', () => {
  const [first] = ask('群里叫我刷单，说有返利', { scenario: 'anti_fraud' })
  assert.equal(first?.code, 'AF01')
  assert.deepEqual(first?.reasons[0], { kind: 'keyword', words: ['刷单', '返利'] })
  assert.equal(first?.because, '来信提到“刷单”“返利”；文字相近：“群里”；属于同一类事项')
})

test('small talk brings no suggestion', () => {
  for (const text of ['', '你好', '在吗', '谢谢', '嗯嗯', '新年好', '👍', '。。。', '好的知道了'])
    assert.deepEqual(ask(text), [], text)
})

test('an auxiliary is offered only what she may send', () => {
  const text = '他喝醉了又打我，我不敢回家'
  assert.equal(ask(text)[0]?.code, 'ME10')
  const offered = ask(text, { role: 'auxiliary' })
  assert.ok(offered.every((script) => starterScripts.find((one) => one.code === script.code)?.auxiliaryMay))
})

test('a script of other villages or past its day is not offered', () => {
  const east = createIndex(rows.map((row) => (row.code === 'PI07' ? { ...row, villageIds: ['east'] } : row)))
  const codes = (villageId: string | null, day = today) =>
    ask('村里停电停水两天了', { villageId }, east, day).map((script) => script.code)
  assert.ok(codes('east').includes('PI07'))
  assert.ok(!codes('west').includes('PI07'))
  assert.ok(!codes(null).includes('PI07'))
  assert.deepEqual(codes('east', '2028-01-01'), [])
})

test('whatever is written, at most three come back, each with a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const found = ask(`${text}转账`)
      assert.ok(found.length <= 3)
      for (const script of found) assert.ok(script.reasons.length > 0 && script.because !== '')
    }),
    { numRuns: 200 },
  )
  for (const text of ['constructor', '__proto__', 'toString 110', 'a'.repeat(4000), '转账'.repeat(2000)])
    ask(text)
})

test('an index of nothing answers nothing', () => {
  assert.deepEqual(ask('刷单', {}, createIndex([])), [])
})
