import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { mentionsIn } from './concepts.ts'
import { deedWords } from './deeds.ts'
import { lawWords } from './law.ts'
import { lifeWords } from './life.ts'
import { moneyWords } from './money.ts'
import { peopleWords } from './people.ts'
import { questionWords } from './questions.ts'
import { thingWords } from './things.ts'
import { workWords } from './work.ts'

const files = {
  deedWords,
  lawWords,
  lifeWords,
  moneyWords,
  peopleWords,
  questionWords,
  thingWords,
  workWords,
}
const means = (one: string, other: string) => {
  const of = (word: string) => mentionsIn(word).flatMap(({ concepts }) => concepts)
  return of(one).some((concept) => of(other).includes(concept))
}

test('each line holds at least two words, none twice, none that folding would change', () => {
  for (const [name, words] of Object.entries(files))
    for (const line of words.trim().split('\n')) {
      const group = line.split(' ')
      assert.ok(group.length >= 2, `${name}: ${line}`)
      assert.equal(new Set(group).size, group.length, `${name}: ${line}`)
      for (const word of group) assert.equal(word, word.normalize('NFKC').toLowerCase(), `${name}: ${word}`)
    }
})

test('everyday words and the words of an office mean the same', () => {
  for (const [one, other] of [
    ['堂客', '妻子'],
    ['工钱', '劳动报酬'],
    ['扯证', '结婚登记'],
    ['炒鱿鱼', '解除劳动合同'],
    ['屋场', '宅基地'],
    ['打官司', '提起诉讼'],
  ] as const)
    assert.ok(means(one, other), `${one} ${other}`)
  assert.ok(!means('堂客', '丈夫'))
  assert.ok(!means('盗窃', '诈骗'))
})

test('mentions lie in the text in their order, none over another', () => {
  fc.assert(
    fc.property(
      fc
        .array(fc.constantFrom('堂客', '户口', '迁', '借条', '不还钱', 'x', '，', '😀'))
        .map((parts) => parts.join('')),
      (text) => {
        let end = 0
        for (const { word, from, to } of mentionsIn(text)) {
          assert.ok(from >= end)
          assert.equal(text.slice(from, to), word)
          end = to
        }
      },
    ),
  )
})
