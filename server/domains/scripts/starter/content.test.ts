import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FraudStage, fraudStages, libraries, scriptVariables } from '../../../../contract/vocabulary.ts'
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
const fewest = { anti_fraud: 47, mediation: 32, business: 67, safety: 53, public_information: 42 }
/** The kinds of fraud, each a shelf; the ten of the ministry, goods and games being one shelf. */
const kindsOfFraud = [
  '刷单返利',
  '投资理财',
  '购物和游戏',
  '假客服',
  '贷款征信',
  '冒充熟人',
  '冒充公检法',
  '网恋交友',
  '现金和保健品',
]
/** The starter guides, and the script that answers who asks for one. */
const scriptsOfGuides =
  'G01 BU04,G02 BU24,G03 BU25,G04 BU27,G05 BU28,G06 BU29,G07 BU30,G08 BU31,G09 BU32,G10 BU33,G11 BU34,G12 BU35,' +
  'G13 BU36,G14 BU37,G15 BU38,G16 BU39,G17 BU40,G18 BU41,G19 BU42,G20 BU43,G21 BU44,G22 BU45,G23 BU46,G24 BU47,' +
  'G25 BU48,G26 BU50,G27 BU51,G28 BU52,G29 BU53,G30 BU54,G31 BU55,G32 BU56,G33 BU57,G34 BU58,G35 BU59,G36 BU60,' +
  'G37 BU49,G38 BU07'

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

test('a library has a dozen shelves at most, and none of them holds a single script', () => {
  for (const library of libraries) {
    const shelves = new Map<string, number>()
    for (const { topic, scenario, code } of starterScripts) {
      assert.match(topic, /^\p{Script=Han}{2,10}$/u, code)
      if (scenario === library) shelves.set(topic, (shelves.get(topic) ?? 0) + 1)
    }
    assert.ok(shelves.size >= 5 && shelves.size <= 12, `${library}: ${shelves.size}`)
    for (const [topic, count] of shelves) assert.ok(count >= 2, topic)
  }
})

test('every kind of fraud has words for who is asked, who is about to pay and who has just paid', () => {
  const stagesOf = (topic: string) =>
    new Set(starterScripts.filter((script) => script.topic === topic).map((script) => script.stage))
  const early: FraudStage[] = ['contacted', 'about_to_pay', 'just_paid']
  for (const kind of kindsOfFraud) {
    for (const stage of early) assert.ok(stagesOf(kind).has(stage), `${kind} ${stage}`)
  }
  for (const stage of fraudStages) assert.ok(stagesOf('报警和查证').has(stage), stage)
  for (const { code, scenario, stage } of starterScripts) {
    if (scenario !== 'anti_fraud') assert.equal(stage, undefined, code)
  }
})

test('every starter guide has its script', () => {
  for (const pair of scriptsOfGuides.split(',')) {
    const [guide, code] = pair.split(' ')
    const script = starterScripts.find((each) => each.code === code)
    assert.equal(script?.scenario, 'business', guide)
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

test('keywords are a handful of words people use, none twice in one script, few in two', () => {
  const owners = new Map<string, string[]>()
  for (const { code, keywords } of starterScripts) {
    assert.ok(keywords.length >= 6 && keywords.length <= 14, code)
    assert.equal(new Set(keywords).size, keywords.length, code)
    for (const keyword of keywords) {
      assert.ok(keyword.length >= 2 && keyword.length <= 10, `${code}: ${keyword}`)
      owners.set(keyword, [...(owners.get(keyword) ?? []), code])
    }
  }
  const shared = [...owners].filter(([, codes]) => codes.length > 1)
  assert.ok(shared.length / owners.size < 0.02, shared.map(([word, codes]) => `${word} ${codes}`).join('; '))
})

test('every script knows whole sentences of residents, each once', () => {
  for (const { code, askedAs } of starterScripts) {
    assert.ok(askedAs.length >= 4, code)
    assert.equal(new Set(askedAs).size, askedAs.length, code)
    for (const sentence of askedAs) assert.ok(sentence.length >= 2 && sentence.length <= 80, sentence)
  }
})

test('every script names its sources, each with its date, and the day it runs out', () => {
  for (const { code, basis, sources, expiresOn } of starterScripts) {
    assert.ok(sources.length > 0 && basis.length <= 200, code)
    for (const source of sources) assert.match(source, /（\d{4}年.*）$/, code)
    assert.ok(expiresOn === recheckOn || expiresOn === rereadOn, code)
    assert.equal(new Date(`${expiresOn}T00:00:00Z`).toISOString().slice(0, 10), expiresOn)
  }
})

test('what rests on something unconfirmed says so and runs out early', () => {
  for (const { code, scenario, sources, body, expiresOn } of starterScripts) {
    const unsure = sources.some((source) => unconfirmedSources.some((name) => source.startsWith(name)))
    if (!unsure && !(scenario === 'business' && expiresOn === recheckOn)) continue
    assert.equal(expiresOn, recheckOn, code)
    assert.match(body, /核实为准/, code)
  }
})

test('appointments, checklists and outcomes have their scripts', () => {
  const bodies = starterScripts.map((script) => script.body)
  for (const name of ['事项名称', '材料清单', '办理时限', '约定时间', '约定地点', '案件编号', '案件结果']) {
    assert.ok(bodies.filter((body) => body.includes(`{${name}}`)).length >= 2, name)
  }
})
