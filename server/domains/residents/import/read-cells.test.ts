import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { decodeText, readDelimited } from '../../../platform/sheets/read-delimited.ts'
import { fieldOfHeading, withoutIdentity } from './columns.ts'
import { readChineseNumber, readDay } from './read-day.ts'
import { readDoor, readGroup, readPhone } from './read-place.ts'
import { readRelation } from './read-relation.ts'

const dayMs = 86_400_000
const day = fc
  .integer({ min: Date.UTC(1930, 0, 1) / dayMs, max: Date.UTC(2090, 0, 1) / dayMs })
  .map((count) => new Date(count * dayMs).toISOString().slice(0, 10))
const digits = [...'〇一二三四五六七八九']
const inWords = (number: number) => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`
}

test('a day is read however it is written', () => {
  const forms: ((year: string, month: string, at: string, whole: string) => string)[] = [
    (year, month, at) => `${year}-${month}-${at}`,
    (year, month, at) => `${year}-${Number(month)}-${Number(at)}`,
    (year, month, at) => `${year}/${Number(month)}/${at} 00:00:00`,
    (year, month, at) => `${year}.${Number(month)}.${Number(at)}`,
    (year, month, at) => ` ${year} 年 ${Number(month)} 月 ${Number(at)} 日 `,
    (year, month, at) => `${year}年${month}月${at}号`,
    (year, month, at) => `${year}${month}${at}`,
    (year, month, at) =>
      `${[...year].map((sign) => digits[Number(sign)]).join('')}年${inWords(Number(month))}月${inWords(Number(at))}日`,
    (year, month, at) =>
      [...`${year}-${month}-${at}`]
        .map((sign) => (/\d/.test(sign) ? String.fromCharCode(sign.charCodeAt(0) + 0xfee0) : sign))
        .join(''),
    (_year, _month, _at, whole) => String(Date.parse(whole) / dayMs + 25_569),
  ]
  fc.assert(
    fc.property(day, fc.constantFrom(...forms), (whole, form) => {
      const [year = '', month = '', at = ''] = whole.split('-')
      assert.equal(readDay(form(year, month, at, whole)), whole)
    }),
    { numRuns: 500 },
  )
})

test('what is no day is none, and never throws', () => {
  for (const text of [
    '',
    '80-3-5',
    '2024-13-1',
    '2023-2-29',
    '1980年3月',
    '不详',
    '0',
    '12',
    '1980',
    '99999999',
    '2024-3-5-6',
  ])
    assert.equal(readDay(text), null, text)
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789-/.年月日号〇一二十 T:Z&') }), (text) => {
      const read = readDay(text)
      return read === null || /^\d{4}-\d{2}-\d{2}$/.test(read)
    }),
  )
})

test('text with separators comes back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'李王,;\t"\n 甲1号') })
  const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(table, (rows) => {
      const head = ['姓名,', '村,', '组,', '门牌,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,'].join('')
      const text = rows
        .map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(','))
        .join('\r\n')
      assert.deepEqual(readDelimited(`${head}\r\n${text}`).slice(1), rows)
    }),
  )
})

test('encodings', () => {
  assert.equal(decodeText(Buffer.from('d0d5c3fb', 'hex')), '姓名')
  assert.equal(decodeText(Buffer.from('姓名')), '姓名')
  assert.equal(decodeText(Buffer.from([0, 1, 2])), null)
})

test('places and telephones as villages write them', () => {
  for (const text of ['3组', '三组', '第3村民小组', ' 3 队', '3']) assert.equal(readGroup(text), '3组', text)
  assert.equal(readGroup('老屋组'), '老屋组')
  assert.equal(readChineseNumber('二十三'), 23)
  const village = ['青泉社区', '青泉村']
  for (const text of ['青泉社区三组12号', '大桥镇青泉村3组12', '第三组 12号', '3组12号'])
    assert.deepEqual(readDoor(text, village), { group: '3组', door: '12号' }, text)
  assert.deepEqual(readDoor('老街口2栋', village), { group: '', door: '老街口2栋' })
  assert.deepEqual(readPhone('139 0000-0001 / 0731-5550000'), {
    phone: '13900000001',
    others: ['07315550000'],
  })
  assert.deepEqual(readPhone('13900000001；+86 139 0000 0001、13900000002'), {
    phone: '13900000001',
    others: ['13900000002'],
  })
  assert.deepEqual(readPhone('+86 13900000001'), { phone: '13900000001', others: [] })
  assert.ok('fault' in readPhone('没有'))
})

test('what a word makes of her and the head', () => {
  const table: [words: string, kind: string | null, from?: string][] = [
    ['妻 妻子 配偶 丈夫 夫 爱人 老婆 户主配偶 户主的妻子 夫妻', 'spouse', 'self'],
    ['父 母 父亲 母亲 爸爸 妈妈 父母 养母 生父 户主之父', 'parent', 'self'],
    ['子 女 儿子 女儿 长子 次子 三子 长女 次女 四女 独生子 独女 养子 大儿子 小女儿 子女', 'parent', 'head'],
    ['之子 系户主之女 长子（已婚） 　长　女　', 'parent', 'head'],
    ['孙 孙子 孙女 外孙 外孙女 外孙子 长孙 大孙子 孙子女 外孙子女', 'grandparent', 'head'],
    ['祖父 祖母 祖父母 外祖父 外祖母 爷爷 奶奶 外公 外婆 姥姥', 'grandparent', 'self'],
    ['兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 大哥 三弟 兄弟 姐妹 兄弟姐妹 胞弟', 'sibling', 'self'],
    ['儿媳 女婿 孙媳 孙女婿 公公 婆婆 岳父 岳母 嫂子 弟媳 弟妹 姐夫 妹夫 媳妇', null],
    ['继子 继父 曾祖父 曾孙 重孙 伯父 叔 舅舅 侄子 外甥 堂弟 表哥 爹 爷 前妻 父子 母女', null],
    ['其他 其他亲属 非亲属 家人 男 户主 11 张三的儿子', null],
    ['', null],
  ]
  for (const [words, kind, from] of table)
    for (const word of words.split(' ')) assert.deepEqual(readRelation(word), kind && { kind, from }, word)
})

test('headings and identity numbers', () => {
  assert.equal(fieldOfHeading(' 姓 名* '), 'name')
  assert.equal(fieldOfHeading('联系电话（手机）'), 'phone')
  assert.equal(fieldOfHeading('身份证号码'), null)
  for (const number of ['430122198003051234', '43012219800305123X', '430122800305123'])
    assert.deepEqual(withoutIdentity(`证 ${number}`), { text: '证', found: true })
  assert.equal(withoutIdentity('电话 13900000001，再打 07315550000').found, false)
})
