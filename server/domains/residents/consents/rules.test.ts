import assert from 'node:assert/strict'
import { test } from 'node:test'
import { purposes } from '../../../../contract/person-words.ts'
import { askAgainOn, noAfter, refusalOf, type Said, stateOf } from './rules.ts'

const at = (day: string) => new Date(`${day}T04:00:00Z`)
const now = at('2026-06-01')
const said = (state: Said['state'], day = '2026-05-01'): Said => ({ state, recordedAt: at(day) })

test('the register is a duty; of everything else no answer is no yes', () => {
  for (const purpose of purposes) {
    assert.equal(stateOf(purpose, null), purpose === 'register' ? 'by_duty' : 'not_asked')
    assert.equal(stateOf(purpose, said('withdrawn')), purpose === 'register' ? 'by_duty' : 'withdrawn')
  }
})

test('after a no nobody asks again for 90 days', () => {
  const table: [Said | null, string | null][] = [
    [null, null],
    [said('in_force'), null],
    [said('refused'), '2026-07-30'],
    [said('withdrawn', '2026-03-04'), '2026-06-02'],
    [said('refused', '2026-03-03'), null],
  ]
  for (const [before, day] of table) assert.equal(askAgainOn(before, now), day)
})

test('a no is taken back or refused from the start, by what was before', () => {
  assert.deepEqual([null, said('refused'), said('withdrawn'), said('in_force')].map(noAfter), [
    'refused',
    'refused',
    'withdrawn',
    'withdrawn',
  ])
})

test('what may not be written down as a yes', () => {
  const yes = { state: 'in_force' as const, how: 'spoken' as const, note: '', bornOn: null, before: null }
  const refused: [string, Parameters<typeof refusalOf>[0], RegExp | null][] = [
    ['a yes', yes, null],
    ['a child of thirteen', { ...yes, bornOn: '2012-06-02' }, /十四周岁/],
    ['fourteen today', { ...yes, bornOn: '2012-06-01' }, null],
    ['a child by her guardian', { ...yes, bornOn: '2020-01-01', how: 'guardian' }, null],
    ['a child herself on a phone', { ...yes, bornOn: '2020-01-01', how: 'page' }, /监护人/],
    ['a no of a child', { ...yes, bornOn: '2020-01-01', state: 'withdrawn' }, null],
    ['soon after a no', { ...yes, before: said('refused') }, /2026-07-30 以前不再问/],
    ['soon after a no, her own wish', { ...yes, before: said('refused'), note: '她自己来窗口说的' }, null],
    ['soon after a no, on her own page', { ...yes, before: said('refused'), how: 'page' }, null],
    ['long after a no', { ...yes, before: said('refused', '2026-01-01') }, null],
  ]
  for (const [what, answer, sentence] of refused) {
    const refusal = refusalOf(answer, now)
    if (sentence) assert.match(refusal ?? '', sentence, what)
    else assert.equal(refusal, null, what)
  }
})
