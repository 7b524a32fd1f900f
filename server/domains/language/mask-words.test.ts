import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createMasker, possibleNames } from './mask-words.ts'

const known = { names: ['陈小梅', '小梅', '周所长'], places: ['东村3组17号', '大塘坡'] }

/** What is said, and what may leave. */
const table: [said: string, leaves: string][] = [
  ['我叫陈小梅，电话13900001234', '我叫{姓名1}，电话{电话1}'],
  ['打 139 0000 1234 或 139-0000-1234', '打 {电话1} 或 {电话2}'],
  ['打１３９００００１２３４', '打{电话1}'],
  ['座机0731-87654321', '座机{电话1}'],
  ['号码是一三九零零零零一二三四', '号码是{电话1}'],
  ['身份证430182199001011234，到期了', '身份证{证件号1}，到期了'],
  ['身份证43018219900101123x', '身份证{证件号1}'],
  ['卡号6222 0212 3456 7890 123被冻结', '卡号{银行卡1}被冻结'],
  ['卡6222021234567890', '卡{银行卡1}'],
  ['微信号chen_xm88，加我', '微信号{微信号1}，加我'],
  ['他微信：wxid_abc123def', '他微信：{微信号1}'],
  ['QQ 12345678 骗我', 'QQ {微信号1} 骗我'],
  ['车牌湘A·12345撞了人', '车牌{车牌1}撞了人'],
  ['湘AD12345停在门口', '{车牌1}停在门口'],
  ['我住东村3组17号', '我住{住址1}'],
  ['住在大塘坡那边', '住在{住址1}那边'],
  ['小区5栋2单元301室漏水', '{住址1}漏水'],
  ['人民路18号门口', '{住址1}门口'],
  ['写信到 chen@example.com', '写信到 {邮箱1}'],
  ['点了 https://pay.example.cn/x?u=1 就扣钱', '点了 {网址1} 就扣钱'],
  ['我叫李建国，是户主', '我叫{姓名1}，是户主'],
  ['找老王师傅修的', '找{姓名1}师傅修的'],
  ['我叫陳小梅，住東村3組17號', '我叫{姓名1}，住{住址1}'],
  ['陈 小 梅 的事', '{姓名1} 的事'],
  ['我堂客王小红，我崽刘洋洋在三中读书', '我堂客{姓名1}，我崽{姓名2}在三中读书'],
  ['我是欧阳小满，联系人：周杰', '我是{姓名2}，联系人：{姓名1}'],
  ['打139.0000.1234，或者壹叁玖零零零零壹贰叁肆', '打{电话1}，或者{电话2}'],
  ['生于1990年1月1日，港澳证C12345678', '生于{生日1}，港澳证{证件号1}'],
  ['刘大妈摔了', '{姓名1}大妈摔了'],
  ['订单号 88231145 没到', '订单号 {号码1} 没到'],
  ['护照E12345678丢了', '护照{证件号1}丢了'],
  ['小梅和陈小梅', '{姓名2}和{姓名1}'],
  // What is everybody's stays.
  ['拨打110或者12345，诈骗打96110', '拨打110或者12345，诈骗打96110'],
  ['被骗了20000元', '被骗了20000元'],
  ['2026-11-23 来办', '2026-11-23 来办'],
  ['分户要带什么材料？', '分户要带什么材料？'],
  // Braces of theirs are none of ours.
  ['请写{姓名1}和{密钥}', '请写 姓名1 和 密钥 '],
]

test('what points to somebody does not leave; the rest stays readable', () => {
  for (const [said, leaves] of table) assert.equal(createMasker(known).mask(said), leaves, said)
})

test('the same words have the same mark in all texts, and only what was hidden comes back', () => {
  const masker = createMasker(known)
  assert.equal(masker.mask('电话13900001234'), '电话{电话1}')
  assert.equal(masker.mask('再说一遍13900001234和13800001111'), '再说一遍{电话1}和{电话2}')
  assert.equal(masker.restore('请打{电话2}，{电话9}'), '请打13800001111，{电话9}')
  assert.equal(createMasker(known).restore('{电话1}'), '{电话1}')
})

test('masked words are masked already', () => {
  for (const [said] of table) {
    const masker = createMasker(known)
    const once = masker.mask(said)
    assert.equal(masker.restore(once).includes('{姓名'), false)
  }
})

test('pieces that may be names are found to be looked up', () => {
  const found = possibleNames('昨天张三把李小四打了')
  assert.ok(found.includes('张三') && found.includes('李小四'))
  assert.deepEqual(possibleNames('abc 123'), [])
})

test('who is known by a full name is known by the given name too', () => {
  const masker = createMasker({ names: ['陈云华', '小梅'], places: [] })
  assert.equal(masker.mask('云华昨天来过，陈云华今天没来'), '{姓名2}昨天来过，{姓名1}今天没来')
  assert.equal(masker.restore('请{姓名2}明天来'), '请云华明天来')
})
