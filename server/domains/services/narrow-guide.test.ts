import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type GuideAnswers,
  narrowGuide,
  readAnswers,
  unsure,
  writeAnswers,
} from '../../../contract/narrow-guide.ts'
import type { GuideQuestion, When } from '../../../contract/services.ts'

/** The same numbers at every run, so that what fails fails again. */
function dice(seed: number) {
  let state = seed
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * sides)
  }
}

/** A guide put together by chance; its questions lead forward, back and to themselves as chance has it. */
function anyGuide(roll: (sides: number) => number) {
  const count = 1 + roll(6)
  const questions: GuideQuestion[] = Array.from({ length: count }, (_, at) => ({
    key: `q${at}`,
    text: `第${at}问`,
    answers: Array.from({ length: 2 + roll(3) }, (_, answer) => ({
      key: `a${answer}`,
      text: `答${answer}`,
      leadsTo: [null, null, 'end', `question:q${roll(count)}`, 'guide:another'][roll(5)] ?? null,
    })),
  }))
  const rules = (): When[] =>
    Array.from({ length: roll(4) }, () => {
      const question = questions[roll(count)]!
      return { question: question.key, answer: question.answers[roll(question.answers.length)]!.key }
    })
  return {
    questions,
    materials: Array.from({ length: roll(7) }, (_, key) => ({ key: `m${key}`, when: rules() })),
    conditionsWhen: Array.from({ length: roll(4) }, (_, text) => ({ text: `c${text}`, when: rules() })),
  }
}

test('whatever is asked and answered: it ends, the list is a part of the list, and no answer is lost', () => {
  const roll = dice(20_261_128)
  for (let round = 0; round < 600; round++) {
    const guide = anyGuide(roll)
    const answers: GuideAnswers = {}
    let asked = 0
    for (;;) {
      const now = narrowGuide(guide, answers)
      assert.deepEqual(
        now.path.map(({ question, answer }) => [question.key, answer]),
        Object.entries(answers),
        'each answer stands in the way, in its order',
      )
      if (now.kind === 'question') {
        assert.ok(++asked <= guide.questions.length, 'no question comes twice')
        assert.ok(now.most >= 1 && now.most <= guide.questions.length)
        const keys = [...now.question.answers.map(({ key }) => key), unsure]
        answers[now.question.key] = keys[roll(keys.length)]!
        continue
      }
      if (now.kind === 'checklist') {
        const all = guide.materials.map(({ key }) => key)
        const kept = now.materials.map(({ key }) => key)
        assert.deepEqual(
          kept,
          all.filter((key) => kept.includes(key)),
        )
        for (const { key, when } of guide.materials) {
          if (when.length === 0) assert.ok(kept.includes(key), 'what hangs on nothing stays')
        }
      }
      break
    }
    // Answers to what is not asked here change nothing.
    assert.deepEqual(narrowGuide(guide, { ...answers, stray: 'a0' }), narrowGuide(guide, answers))
  }
})

test('who is not sure of anything keeps every paper, each marked as open', () => {
  const roll = dice(7)
  for (let round = 0; round < 500; round++) {
    const guide = anyGuide(roll)
    const now = narrowGuide(guide, Object.fromEntries(guide.questions.map(({ key }) => [key, unsure])))
    assert.equal(now.kind, 'checklist')
    if (now.kind !== 'checklist') continue
    assert.equal(now.materials.length, guide.materials.length)
    for (const material of now.materials) assert.equal(material.open, material.when.length > 0)
  }
})

const split = {
  questions: [
    {
      key: 'reason',
      text: '为什么分户？',
      answers: [
        { key: 'marriage', text: '结婚', leadsTo: null },
        { key: 'move', text: '要迁走', leadsTo: 'guide:migration-papers' },
      ],
    },
    {
      key: 'head',
      text: '户主能来吗？',
      answers: [
        { key: 'yes', text: '能', leadsTo: null },
        { key: 'no', text: '不能', leadsTo: null },
      ],
    },
  ],
  materials: [
    { key: 'book', when: [] },
    { key: 'consent', when: [{ question: 'head', answer: 'no' }] },
  ],
  conditionsWhen: [{ text: '写好意见', when: [{ question: 'head', answer: 'no' }] }],
}

test('an answer takes papers off the list, leads to another guide, or leaves it open', () => {
  const first = narrowGuide(split, {})
  assert.ok(first.kind === 'question' && first.question.key === 'reason' && first.most === 2)
  const listed = (answers: GuideAnswers) => {
    const now = narrowGuide(split, answers)
    return now.kind === 'checklist' && now.materials.map(({ key, open }) => `${key}${open ? '?' : ''}`)
  }
  assert.deepEqual(listed({ reason: 'marriage', head: 'yes' }), ['book'])
  assert.deepEqual(listed({ reason: 'marriage', head: 'no' }), ['book', 'consent'])
  assert.deepEqual(listed({ reason: 'marriage', head: unsure }), ['book', 'consent?'])
  const other = narrowGuide(split, { reason: 'move', head: 'no' })
  assert.ok(other.kind === 'guide' && other.slug === 'migration-papers')
  for (const odd of ['gone', 'constructor', '__proto__', '']) {
    assert.equal(narrowGuide(split, { reason: odd }).kind, 'question')
  }
})

test('answers go through an address and come back; what is no answer is left out', () => {
  const answers = { reason: 'marriage', head: unsure }
  assert.deepEqual(readAnswers(writeAnswers(answers)), answers)
  assert.deepEqual(readAnswers(''), {})
  assert.deepEqual(readAnswers('a_b.c_.d_e.f.g'), { b: 'c' })
})
