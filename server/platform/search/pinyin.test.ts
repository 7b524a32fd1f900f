import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { charactersOfSound } from './characters-of-sound.ts'
import { nearSound, withinOneEdit, withoutOne } from './near-sound.ts'
import { initialsOf, pinyinOf, readingsOf, spellingsOf } from './pinyin.ts'
import { findSound, soundGramsOf, soundGramsOfQuery } from './sounds.ts'
import { cutSyllables } from './syllables.ts'

const han = fc.constantFrom(...'户口本身份证黄牛路灯分开陈刘曾单行重长乐青泉村骗钱女绿')
const chinese = (min: number, max: number) =>
  fc.array(han, { minLength: min, maxLength: max }).map((list) => list.join(''))

test('pinyin and initials, surnames as surnames', () => {
  const rows = [
    ['分户怎么办', false, 'fenhuzenmeban', 'fhzmb'],
    ['银行', false, 'yinhang', 'yh'],
    ['重庆', false, 'chongqing', 'cq'],
    ['单雄信', true, 'shanxiongxin', 'sxx'],
    ['曾志伟', true, 'zengzhiwei', 'zzw'],
    ['吕女士', true, 'lvnvshi', 'lns'],
    ['ＰＯＳ机，2 台', false, 'posji2tai', 'posj2t'],
    ['！？', false, '', ''],
  ] as const
  for (const [text, name, pinyin, initials] of rows) {
    assert.equal(pinyinOf(text, { name }), pinyin, text)
    assert.equal(initialsOf(text, { name }), initials, text)
  }
  assert.deepEqual(readingsOf('行'), ['xing', 'hang', 'heng'])
  assert.deepEqual(readingsOf('a'), [])
  const spelled = spellingsOf('曾重行', { name: true })
  assert.equal(spelled[0]!.join(' '), 'zeng zhong xing')
  assert.equal(spelled.length, 4)
})

test('letters are cut into syllables in every sensible way, also while one is still typing', () => {
  const cut = (letters: string) =>
    cutSyllables(letters).map(({ syllables, rest }) => syllables.join(' ') + (rest ? ` +${rest}` : ''))
  assert.deepEqual(cut('fenhu'), ['fen hu'])
  assert.deepEqual(cut('huk'), ['hu +k'])
  assert.deepEqual(cut('xian').slice(0, 2), ['xian', 'xi an'])
  assert.deepEqual(cut('xi an')[0], 'xi an')
  assert.deepEqual(cut("xi'an")[0], 'xi an')
  assert.deepEqual(cut('nüshi')[0], 'nv shi')
  assert.deepEqual(cut('ldm'), [])
  assert.deepEqual(cut(''), [])
})

test('every text of Chinese is heard in itself, by its pinyin and by its like sounds', () => {
  fc.assert(
    fc.property(chinese(0, 6), chinese(2, 4), chinese(0, 6), (before, middle, after) => {
      const text = before + middle + after
      const syllables = [...middle].map((character) => readingsOf(character)[0]!)
      const grams = new Set(soundGramsOf(text))
      assert.ok(soundGramsOfQuery(syllables).every((gram) => grams.has(gram)))
      for (const exact of [true, false]) {
        const [from, to] = findSound(text, { syllables, rest: '' }, exact)!
        assert.equal(to - from, middle.length)
        assert.ok(from <= before.length)
      }
    }),
  )
})

test('pinyin is cut back into the syllables it was made of, among others', () => {
  fc.assert(
    fc.property(chinese(1, 3), (text) => {
      const syllables = [...text].map((character) => readingsOf(character)[0]!)
      assert.deepEqual(cutSyllables(syllables.join(' '))[0]!.syllables, syllables)
      assert.ok(cutSyllables(syllables.join('')).length > 0)
    }),
  )
})

test('southern ears: what they mix becomes the same, what they tell apart does not', () => {
  for (const [a, b] of [
    ['feng', 'fen'],
    ['zhang', 'zan'],
    ['nan', 'lan'],
    ['niu', 'liu'],
    ['fu', 'hu'],
    ['shi', 'si'],
    ['chen', 'cheng'],
    ['huang', 'fan'],
  ])
    assert.equal(nearSound(a!), nearSound(b!), `${a} ${b}`)
  for (const [a, b] of [
    ['fen', 'fan'],
    ['liu', 'lu'],
    ['ma', 'na'],
    ['ban', 'pan'],
  ])
    assert.notEqual(nearSound(a!), nearSound(b!), `${a} ${b}`)
})

test('one edit: one more, one less, another, two exchanged; and each such pair has a shortening in common', () => {
  assert.ok(withinOneEdit('fenhu', 'fenhuu'))
  assert.ok(withinOneEdit('fenhu', 'fnhu'))
  assert.ok(withinOneEdit('fenhu', 'fanhu'))
  assert.ok(withinOneEdit('fenhu', 'fehnu'))
  assert.ok(!withinOneEdit('fenhu', 'fahnu'))
  assert.ok(!withinOneEdit('fenhu', 'hufen'))
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'n', 'g'), maxLength: 7 })
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      assert.equal(withinOneEdit(a, b), withinOneEdit(b, a))
      if (withinOneEdit(a, b)) assert.ok(withoutOne(a).some((short) => withoutOne(b).includes(short)))
    }),
  )
})

test('a syllable alone stands for the common characters that sound so', () => {
  assert.ok(charactersOfSound('niu').includes('牛'))
  assert.ok(charactersOfSound('hang').includes('行'))
  assert.equal(charactersOfSound('xyz'), '')
})

test('letters that are no pinyin are soon given up, however many ways they might be cut', () => {
  const from = performance.now()
  for (const letters of [`${'an'.repeat(24)}ii`, `${'ao'.repeat(24)}ii`, 'xian'.repeat(12), 'a'.repeat(50)])
    assert.ok(cutSyllables(letters).length <= 6)
  assert.ok(performance.now() - from < 500)
})
