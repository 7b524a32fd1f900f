import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { foldWords } from './fold-query.ts'
import { doorKeys, doorOf, phoneKeys } from './keys.ts'
import { makeEntry } from './make-entry.ts'
import { markQuery } from './mark-query.ts'
import { cutSnippet, findWords } from './mark-words.ts'
import { rankOf } from './match-texts.ts'
import { parseQuery } from './parse-query.ts'

test('one spelling: width, case, traditional characters, numbers of doors', () => {
  const rows = [
    ['ＬＤＭ　１２', 'ldm 12'],
    ['劉大媽', '刘大妈'],
    ['身份證', '身份证'],
    ['三组十二号', '3组12号'],
    ['一百零三号', '103号'],
    ['二十组两百号', '20组200号'],
    ['第三村民小组', '第3村民小组'],
    ['三个人', '三个人'],
  ]
  for (const [typed, folded] of rows) assert.equal(foldWords(typed!), folded)
})

test('what was typed is read as words, letters, the end of a number, or a door', () => {
  const read = (typed: string) =>
    parseQuery(typed).pieces.map((piece) =>
      piece.map((reading) => ('key' in reading ? reading.key : `“${reading.words}”`)).join(' or '),
    )
  assert.deepEqual(read('分户'), ['“分户”'])
  assert.deepEqual(read('LDM'), ['ldm'])
  assert.deepEqual(read('尾号4417'), ['#7144'])
  assert.deepEqual(read('刘 4417'), ['“刘”', '#7144 or +4417 or @4417; or “4417”'])
  assert.deepEqual(read('三组十二号'), ['@3-12;'])
  assert.deepEqual(read('3-12'), ['@3-12;'])
  assert.deepEqual(read('青泉3组'), ['@3-', '“青泉”'])
  assert.deepEqual(read('12'), ['@12; or “12”'])
  assert.deepEqual(read('261129-0001'), ['“261129-0001”'])
  for (const typed of [
    '13900004417',
    '139 0000 4417',
    '139-0000-4417',
    '+86 139-0000-4417',
    '１３９ ００００ ４４１７',
  ])
    assert.deepEqual(read(typed)[0]?.split(' or ').slice(0, 2), ['#71440000931', '+13900004417'], typed)
  assert.deepEqual(read('0731-8788 1234')[0]?.split(' or ')[1], '+073187881234')
  assert.deepEqual(read('刘 4417 12-3'), ['@12-3;', '“刘”', '#7144 or +4417 or @4417; or “4417”'])
  assert.deepEqual(read(' ，、 '), [])
})

test('keys of a telephone and of a door', () => {
  assert.deepEqual(phoneKeys('139 0000-4417'), ['#71440000931', '+13900004417'])
  assert.deepEqual(phoneKeys('12'), [])
  assert.equal(doorOf('大成桥村3组12号'), '3-12')
  assert.deepEqual(doorKeys('大成桥村3组12号'), ['@3-12;', '@12;'])
  assert.deepEqual(doorKeys('桥头'), [])
})

test('any piece of any name or text is found in its entry, and what is marked is that piece', () => {
  const text = fc.string({ unit: fc.constantFrom(...'陈刘户口本牛123aB 号'), minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (body, a, b) => {
      const from = a % body.length
      const piece = body.slice(from, from + 1 + (b % 4))
      for (const [start, end] of findWords(body, [piece]))
        assert.equal(body.slice(start, end).toLowerCase(), piece.trim().toLowerCase())
      const words = foldWords(piece)
      if (words !== '')
        assert.ok(makeEntry({ id: '', words: [body] }).text.includes(words) || body.includes('  '))
      const { text: cut, marks } = cutSnippet(body, findWords(body, [piece]))
      for (const [start, end] of marks) assert.ok(start >= 0 && end <= cut.length && start < end)
    }),
  )
})

test('a long text is cut around what was found', () => {
  const body = `${'前'.repeat(100)}分户${'后'.repeat(100)}`
  const { text, marks } = cutSnippet(body, findWords(body, ['分户']))
  assert.ok(text.startsWith('…') && text.endsWith('…') && text.length < 70)
  assert.deepEqual(
    marks.map(([from, to]) => text.slice(from, to)),
    ['分户'],
  )
})

test('marks: initials, pinyin, the end of a number, a door, several pieces', () => {
  const mark = (text: string, typed: string, near = false) =>
    markQuery(text, parseQuery(typed), near).map(([from, to]) => text.slice(from, to))
  assert.deepEqual(mark('刘大妈', 'dm'), ['大妈'])
  assert.deepEqual(mark('刘大妈', 'dama'), ['大妈'])
  assert.deepEqual(mark('139 44170000 · 13900004417', '尾号4417'), ['4417'])
  assert.deepEqual(mark('青泉村3组12号', '三组十二号'), ['3组12号'])
  assert.deepEqual(mark('青泉村13组12号', '3组12号'), [])
  assert.deepEqual(mark('刘大妈 4417', '刘 4417'), ['刘', '4417'])
  assert.deepEqual(mark('要分户', '分护', true), ['分户'])
})

test('titles come before words, words before the text; every piece must be met', () => {
  const thing = { title: '分户怎么办', words: ['另立户口'], text: '带户口簿来窗口' }
  const rank = (typed: string) => rankOf(thing, parseQuery(typed))
  assert.equal(rank('分户'), 0)
  assert.equal(rank('怎么办'), 1)
  assert.equal(rank('fh'), 1)
  assert.equal(rank('llhk'), 2)
  assert.equal(rank('窗口'), 3)
  assert.equal(rankOf({ ...thing, text: '到2号窗口' }, parseQuery('2号窗口')), 3)
  assert.equal(rank('分户 窗口'), 3)
  assert.equal(rank('分户 身份证'), null)
  assert.equal(rank('尾号4417'), null)
})
