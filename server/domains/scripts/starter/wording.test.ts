import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offices } from '../../../../contract/vocabulary.ts'
import { starterScripts } from './scripts.ts'

/** Numbers of the whole country or province; besides them only the station's own, which is a variable. */
const publicNumbers = new Set<string>([
  ...Object.values(offices).map((office) => office.phone),
  ...['110', '122', '96110', '96119', '12381', '12110', '12110731', '12119', '12123'],
  ...['12309', '12316', '12328', '12355', '12377', '12385', '12388'],
])
/** Window fees; besides them those of exit and entry, in the scripts on passports and passes. */
const windowFees = new Set(['10', '20', '40'])
const travelFees: Record<string, string[]> = { BU53: ['120'], BU54: ['60'] }

const lengthOf = (body: string) => [...body.replace(/\{[^}]*\}/g, '四个字长')].length

test('a body fits one message and says who is speaking', () => {
  for (const { code, body } of starterScripts) {
    assert.ok(lengthOf(body) <= 120, `${code} has ${lengthOf(body)}`)
    assert.match(body, /\{所名\}/, code)
  }
})

test('the spoken words are short, without signs a voice cannot read, and shorter than the written ones', () => {
  for (const { code, body, spoken } of starterScripts) {
    assert.match(spoken, /^[\p{Script=Han}，。？、]{15,60}$/u, code)
    assert.ok([...spoken].length < lengthOf(body), code)
  }
})

test('a number that is spoken is a public one', () => {
  const digits = '零幺二三四五六七八九'
  for (const { code, spoken } of starterScripts) {
    for (const [said] of spoken.matchAll(/[零幺二三四五六七八九]{3,}/g)) {
      const number = [...said].map((digit) => digits.indexOf(digit)).join('')
      assert.ok(publicNumbers.has(number), `${code}: ${said}`)
    }
  }
})

test('an officer is named only where an officer must be the sender', () => {
  for (const { code, body, auxiliaryMay } of starterScripts) {
    if (body.includes('{民警姓名}')) assert.equal(auxiliaryMay, false, code)
    if (body.includes('{案件结果}')) assert.equal(auxiliaryMay, false, code)
  }
})

test('what an auxiliary may not decide she hands to an officer', () => {
  const notHers =
    /家暴|被老公打|告诫书|自杀|想死|不想活|想不开|寻短见|拿刀|砍人|精神病|性侵|猥亵|侵害|欺凌|立案|能不能批|记者|采访|投诉民警|轻伤|查个人/
  for (const { code, body, title, topic, keywords, auxiliaryMay } of starterScripts) {
    if (!auxiliaryMay || ![title, topic, ...keywords].some((word) => notHers.test(word))) continue
    assert.match(body, /请民警/, code)
  }
})

test('where it can be an emergency the number to dial comes first', () => {
  const urgent =
    /打架|拿刀|砍人|家暴|打我|自杀|想死|落水|溺水|起火|着火|山火|中毒|(?<!防)走失|不见了$|被困|炸伤|狗咬|撬门|性侵|欺凌|正在转账|^转了|掉下去|触电|车祸|晕倒|离家出走|堵门|逼债|漏气|救命/
  const lost = /本|簿|牛|证|东西|老师|鸡/
  for (const { code, body, keywords } of starterScripts) {
    if (!keywords.some((keyword) => urgent.test(keyword) && !(/不见了$/.test(keyword) && lost.test(keyword))))
      continue
    assert.match(body.slice(0, 40), /110|119|120|冲洗/, code)
  }
})

test('who has just paid reads 110 first, what it will ask, and that it is never too late', () => {
  const paid = starterScripts.filter((script) => script.stage === 'just_paid')
  for (const { code, body, spoken, topic } of paid) {
    assert.match(body.slice(0, 20), /110/, code)
    for (const word of ['账号', '户名']) assert.ok(body.includes(word), `${code}: ${word}`)
    assert.match(body, /金额|几多|多少/, code)
    assert.match(body, /时间|几点|几时|什么时候/, code)
    assert.match(body, topic === '现金和保健品' ? /快递/ : /银行/, code)
    assert.match(body, /过了\S{0,4}也要报/, code)
    assert.match(spoken, /幺幺零.*也要报/, code)
  }
})

/** Within 24 hours a report is passed to the office it belongs to: a duty of the law (程序规定第61条), no promise of ours. */
test('nothing is promised that the station cannot keep, and nobody is blamed', () => {
  const promise =
    /(肯定|一定|保证|保准|包)(能|会|给|帮|可以)?(追|办成|办好|批|破|找到|抓|赔|解决|拿到|退)|百分之百|分钟内|(?<!24)小时内|马上(就)?(到|来|去)|包票(?<!不敢打包票)|追得回|没得事|放一百个心|绝对/
  const blame = /怎么这么|谁叫你|活该|你做了什么|惹他|自找|太蠢|不晓事|家务事(?<!不是家务事)|嫌少(?<!不嫌少)/
  for (const { code, body, spoken } of starterScripts) {
    for (const text of [body, spoken]) {
      assert.doesNotMatch(text, promise, code)
      assert.doesNotMatch(text, blame, code)
    }
  }
})

test('no telephone number but the public ones', () => {
  for (const { code, title, body, keywords, basis } of starterScripts) {
    const text = [title, body, keywords.join(' '), basis].join('\n')
    for (const [number] of text.matchAll(/\d{5,}|(?<=打|拨)\d{3,}/g)) {
      assert.ok(publicNumbers.has(number), `${code}: ${number}`)
    }
    assert.doesNotMatch(text, /0\d{2,3}[- ]?\d{7,8}|https?:|www\./, code)
  }
})

test('only fees that are known', () => {
  for (const { code, scenario, body } of starterScripts) {
    if (scenario !== 'business') continue
    for (const [, fee] of body.matchAll(/(\d+)元/g)) {
      assert.ok(windowFees.has(fee!) || travelFees[code]?.includes(fee!), `${code}: ${fee}`)
    }
  }
})

test('no two scripts say the same', () => {
  const pairs = starterScripts.map(({ code, body }) => {
    const letters = [...body.replace(/\{[^}]*\}/g, '').replace(/\P{Script=Han}/gu, '')]
    return { code, grams: new Set(letters.slice(1).map((letter, at) => letters[at]! + letter)) }
  })
  pairs.forEach((one, at) => {
    for (const other of pairs.slice(at + 1)) {
      const common = [...one.grams].filter((gram) => other.grams.has(gram)).length
      const share = common / Math.min(one.grams.size, other.grams.size)
      assert.ok(share <= 0.6, `${one.code} and ${other.code}: ${share.toFixed(2)}`)
    }
  })
})
