import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { findPairs } from './find-pairs.ts'
import { isLikely, type LikeEntry, reasonsOf } from './rules.ts'

const base: LikeEntry = {
  ...{ id: 'a', name: '刘桂英', nicknames: [], phones: [] },
  ...{ door: '东村 一组1号', villageId: '东村', bornOn: null },
}
const elsewhere = { door: '东村 二组8号' }

/** What the second entry says otherwise, whether the pair is shown, and with which reasons. */
const table: [
  what: string,
  first: Partial<LikeEntry>,
  second: Partial<LikeEntry>,
  shown: boolean,
  why: string,
][] = [
  ['the same name at one door', {}, {}, true, 'door name'],
  ['heard the same at one door', {}, { name: '刘贵英' }, true, 'door sound'],
  ['l and n are one to southern ears', { name: '李兰' }, { name: '李男' }, true, 'door sound'],
  ['another of the family', {}, { name: '刘志强' }, false, 'door'],
  [
    'a family with one telephone',
    { phones: ['13900001111'] },
    { name: '刘志强', phones: ['13900001111'] },
    false,
    'phone door',
  ],
  [
    'one telephone, heard the same',
    { phones: ['13900001111'] },
    { name: '刘贵英', phones: ['13900001111'] },
    true,
    'phone door sound',
  ],
  [
    'one telephone at two doors',
    { phones: ['13900001111'] },
    { ...elsewhere, name: '刘嗲', phones: ['13900001111'] },
    true,
    'phone',
  ],
  ['one name in the village', {}, elsewhere, false, 'name'],
  [
    'one name in the village, birthdays near',
    { bornOn: '1951-02-03' },
    { ...elsewhere, bornOn: '1951-03-20' },
    true,
    'name birthday',
  ],
  [
    'one name in the village, years apart',
    { bornOn: '1951-02-03' },
    { ...elsewhere, bornOn: '1961-02-03' },
    false,
    'name',
  ],
  [
    'one name and birthday in two villages',
    { bornOn: '1951-02-03' },
    { door: '西村 1号', villageId: '西村', bornOn: '1951-02-03' },
    false,
    'name birthday',
  ],
  [
    'one name at one door, years apart: a slip of the pen',
    { bornOn: '1951-02-03' },
    { bornOn: '1991-02-03' },
    true,
    'door name',
  ],
  [
    'heard the same at one door, a generation apart',
    { bornOn: '1951-02-03' },
    { name: '刘贵英', bornOn: '1980-02-03' },
    false,
    'door sound',
  ],
  ['called so by her nickname', { nicknames: ['桂英嗲'] }, { name: '桂英嗲' }, true, 'door nickname'],
  [
    'a nickname in the village alone',
    { nicknames: ['老刘'] },
    { ...elsewhere, name: '刘正', nicknames: ['老刘'] },
    false,
    'nickname',
  ],
  [
    'a nickname and a near birthday',
    { nicknames: ['老刘'], bornOn: '1951-02-03' },
    { ...elsewhere, name: '刘正', nicknames: ['老刘'], bornOn: '1951-02-10' },
    true,
    'nickname birthday',
  ],
  [
    'nobody knows where they live',
    { door: null, villageId: null },
    { door: null, villageId: null },
    false,
    'name',
  ],
]

test('what is shown as perhaps one person, and why', () => {
  for (const [what, first, second, shown, why] of table) {
    const [a, b] = [
      { ...base, ...first },
      { ...base, id: 'b', ...second },
    ]
    assert.equal(isLikely(a, b), shown, what)
    assert.equal(isLikely(b, a), shown, `${what}, turned round`)
    assert.equal(reasonsOf(a, b).join(' '), why, what)
  }
})

test('without comparing all with all the same pairs are found, each once', () => {
  const word = (...words: string[]) => fc.constantFrom(...words)
  const entry = fc.record({
    name: word('刘桂英', '刘贵英', '李兰', '李男', '老刘'),
    nicknames: fc.subarray(['老刘', '刘桂英', '英嗲']),
    phones: fc.subarray(['13900001111', '13900002222']),
    door: fc.option(word('东村 1号', '东村 2号', '西村 1号')),
    bornOn: fc.option(word('1951-02-03', '1951-03-01', '1970-01-01')),
  })
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 14 }), (drawn) => {
      const entries: LikeEntry[] = drawn.map((each, at) => ({
        ...each,
        id: `id-${String(at).padStart(2, '0')}`,
        villageId: each.door?.split(' ')[0] ?? null,
      }))
      const all = entries.flatMap((one, at) =>
        entries.slice(at + 1).flatMap((other) => (isLikely(one, other) ? [`${one.id} ${other.id}`] : [])),
      )
      const found = findPairs(entries).map(([one, other]) => `${one.id} ${other.id}`)
      assert.deepEqual(found.toSorted(), all.toSorted())
    }),
    { numRuns: 80, seed: 7110 },
  )
})

test('a number that a whole village shares is no clue', () => {
  const shop = Array.from({ length: 200 }, (_, at) => ({
    ...{ ...base, id: `id-${at}`, name: `第${at}家`, door: null, villageId: null, phones: ['13900009999'] },
  }))
  assert.deepEqual(findPairs(shop), [])
})
