import assert from 'node:assert/strict'
import { test } from 'node:test'
import { libraries, offices, scriptVariables } from '../../../../contract/vocabulary.ts'
import { findMisquotedArticles } from './find-misquoted-articles.ts'
import { starterScripts } from './scripts.ts'
import { unconfirmedSources } from './sources.ts'
import { recheckOn, rereadOn } from './starter-script.ts'

const prefixes = {
  anti_fraud: 'AF',
  mediation: 'ME',
  business: 'BU',
  safety: 'SA',
  public_information: 'PI',
} as const
/** So many at least; fewer would mean that a file of a library is no longer gathered. */
const fewest = { anti_fraud: 45, mediation: 13, business: 14, safety: 17, public_information: 10 }
const publicNumbers = new Set<string>([
  ...Object.values(offices).map((office) => office.phone),
  '110',
  '96110',
  '12381',
  '12110731',
])

const spokenLength = (body: string) => [...body.replace(/\{[^}]*\}/g, '四个字长')].length
const textOf = (script: (typeof starterScripts)[number]) =>
  [script.title, script.body, script.keywords.join(' '), script.basis].join('\n')

test('five libraries, every code once, without a gap and under its own prefix, every title once', () => {
  for (const library of libraries) {
    const own = starterScripts.filter((script) => script.scenario === library)
    assert.ok(own.length >= fewest[library], library)
    own
      .map((script) => script.code)
      .sort()
      .forEach((code, index) => {
        assert.equal(code, `${prefixes[library]}${String(index + 1).padStart(2, '0')}`)
      })
  }
  assert.equal(new Set(starterScripts.map((script) => script.code)).size, starterScripts.length)
  assert.equal(new Set(starterScripts.map((script) => script.title)).size, starterScripts.length)
})

test('a body fits one message and says who is speaking', () => {
  for (const { code, body } of starterScripts) {
    assert.ok(spokenLength(body) <= 120, `${code} has ${spokenLength(body)}`)
    assert.match(body, /\{所名\}/, code)
  }
})

test('only variables that can be filled in', () => {
  const known = new Set<string>(scriptVariables)
  for (const { code, body } of starterScripts) {
    const used = [...body.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? '')
    assert.deepEqual(
      used.filter((name) => !known.has(name)),
      [],
      code,
    )
    assert.equal(used.length, body.split(/[{}]/).length >> 1, `${code} has a brace left open`)
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
    /家暴|告诫书|自杀|想死|不想活|拿刀|砍人|精神病|性侵|猥亵|欺凌|立案|能不能批|记者|媒体|投诉民警/
  for (const { code, body, keywords, auxiliaryMay } of starterScripts) {
    if (auxiliaryMay && keywords.some((keyword) => notHers.test(keyword))) {
      assert.match(body, /请民警/, code)
    }
  }
})

test('where it can be an emergency the number to dial comes first', () => {
  const urgent =
    /打架|拿刀|砍人|家暴|打我|自杀|想死|落水|溺水|起火|着火|山火|中毒|走失|被困|炸伤|狗咬|撬门|性侵|欺凌|正在转账|^转了|掉下去/
  for (const { code, body, keywords } of starterScripts) {
    if (!keywords.some((keyword) => urgent.test(keyword))) continue
    assert.match(body.slice(0, 40), /110|119|120/, code)
  }
})

test('nothing is promised that the station cannot keep', () => {
  const promise =
    /(肯定|一定|保证|包)(能|会|给|帮)?(追|办成|办好|批|破|找到|抓|赔)|分钟内|小时内|马上就到|包票(?<!不敢打包票)/
  const blame = /怎么这么|谁叫你|活该|你做了什么|家务事(?<!不是家务事)/
  for (const { code, body } of starterScripts) {
    assert.doesNotMatch(body, promise, code)
    assert.doesNotMatch(body, blame, code)
  }
})

test('no telephone number but the public ones', () => {
  for (const script of starterScripts) {
    const text = textOf(script)
    for (const [number] of text.matchAll(/\d{5,}|(?<=打|拨)\d{3,}/g)) {
      assert.ok(publicNumbers.has(number) || number === '12123', `${script.code}: ${number}`)
    }
    assert.doesNotMatch(text, /0\d{2,3}[- ]?\d{7,8}|https?:/, script.code)
  }
})

test('only the fees of the window', () => {
  const window = new Set(['10', '20', '40'])
  const fees = starterScripts
    .filter((script) => script.scenario === 'business')
    .flatMap((script) => [...script.body.matchAll(/(\d+)元/g)].map((match) => match[1] ?? ''))
  assert.deepEqual(
    fees.filter((fee) => !window.has(fee)),
    [],
  )
})

test('the public order law is cited by its present numbers', () => {
  for (const script of starterScripts) {
    assert.deepEqual(findMisquotedArticles(textOf(script)), [], script.code)
  }
})

test('a number of the law before 2026 is recognised', () => {
  assert.deepEqual(findMisquotedArticles('散布谣言的，依照治安管理处罚法第25条处理'), [25])
  assert.deepEqual(findMisquotedArticles('殴打他人，《治安管理处罚法》第四十三条'), [43])
  assert.deepEqual(findMisquotedArticles('噪声扰民，治安法58条'), [58])
  assert.deepEqual(findMisquotedArticles('治安管理处罚法第57条（出租房屋）'), [57])
  assert.deepEqual(findMisquotedArticles('养狗伤人：治安管理处罚法第75条'), [75])
  assert.deepEqual(findMisquotedArticles('治安管理处罚法第116、999条（处罚决定书）'), [999])
  assert.deepEqual(findMisquotedArticles('警告可由派出所决定，治安管理处罚法第一百零九条'), [])
  assert.deepEqual(findMisquotedArticles('噪声：治安管理处罚法第88条；民法典第294条'), [])
  assert.deepEqual(findMisquotedArticles('按治安管理处罚法，一条狗也要拴好'), [])
})

test('keywords are a handful of words people use, none twice in one script', () => {
  for (const { code, keywords } of starterScripts) {
    assert.ok(keywords.length >= 4 && keywords.length <= 12, code)
    assert.equal(new Set(keywords).size, keywords.length, code)
    assert.ok(
      keywords.every((keyword) => keyword.length >= 2 && keyword.length <= 10),
      code,
    )
  }
})

test('every script names its source and the day it runs out', () => {
  for (const { code, basis, expiresOn } of starterScripts) {
    assert.ok(basis.length >= 4, code)
    assert.ok(expiresOn === recheckOn || expiresOn === rereadOn, code)
    assert.equal(new Date(`${expiresOn}T00:00:00Z`).toISOString().slice(0, 10), expiresOn)
  }
})

test('appointments, checklists and outcomes have their scripts', () => {
  const bodies = starterScripts.map((script) => script.body)
  for (const name of ['事项名称', '材料清单', '办理时限', '约定时间', '约定地点', '案件编号', '案件结果']) {
    assert.ok(bodies.filter((body) => body.includes(`{${name}}`)).length >= 2, name)
  }
})

test('what rests on something unconfirmed says so and runs out early', () => {
  for (const { code, sources, body, expiresOn } of starterScripts) {
    if (!sources?.some((source) => unconfirmedSources.some((name) => source.startsWith(name)))) continue
    assert.equal(expiresOn, recheckOn, code)
    assert.match(body, /核实为准/, code)
  }
})
