import assert from 'node:assert/strict'
import { test } from 'node:test'
import { unsure } from '../../../contract/narrow-guide.ts'
import type { GuideQuestion } from '../../../contract/services.ts'
import { knownAnswers, stillAsked } from './answer-rules.ts'

const ask = (text: string, yes = '有'): GuideQuestion[] => [
  {
    key: 'house',
    text,
    answers: [
      { key: 'yes', text: yes, leadsTo: null },
      { key: 'no', text: '没有', leadsTo: null },
    ],
  },
]
const now = ask('另外有房吗？')
const house = { question: 'house', asked: '另外有房吗？' }

const cases: [string, GuideQuestion[], Record<string, string>, string[]][] = [
  ['asked and answered in the same words', now, { house: 'yes' }, ['yes']],
  ['not sure is an answer of every question', now, { house: unsure }, [unsure]],
  ['a question nobody asks', now, { gone: 'yes', constructor: 'yes' }, []],
  ['an answer nobody offers', now, { house: 'maybe' }, []],
  ['the same key asks otherwise by now', ask('另外没有房吗？'), { house: 'yes' }, []],
  ['the same answer says otherwise by now', ask('另外有房吗？', '有，在城里'), { house: 'yes' }, []],
  ['the other answer stayed as it was', ask('另外有房吗？', '有，在城里'), { house: 'no' }, ['no']],
  ['a version nobody kept', [], { house: 'yes' }, []],
]
for (const [name, then, answers, known] of cases)
  test(name, () => {
    const kept = knownAnswers(then, now, answers)
    assert.deepEqual(
      kept.map(({ answer }) => answer),
      known,
    )
    for (const each of kept) {
      assert.equal(each.asked, house.asked)
      assert.ok(stillAsked(each, now))
    }
  })

test('what was kept counts for as long as the guide asks it in these words', () => {
  const kept = { ...house, answer: 'yes', said: '有' }
  assert.equal(stillAsked(kept, now), true)
  assert.equal(stillAsked(kept, []), false)
  assert.equal(stillAsked(kept, ask('另外没有房吗？')), false)
  assert.equal(stillAsked(kept, ask('另外有房吗？', '有，在城里')), false)
  assert.equal(stillAsked({ ...kept, answer: 'no', said: '没有' }, ask('另外有房吗？', '有，在城里')), true)
})
