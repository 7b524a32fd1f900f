import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Questions } from './fixtures/asked.ts'
import { questionsOf } from './fixtures/questions.fixture.ts'
import { createIndex, type ScriptIndex } from './script-index.ts'
import { starterScripts } from './starter/scripts.ts'
import { type Question, rankScripts } from './suggest-scripts.ts'

type Row = Parameters<typeof createIndex>[0][number]
const rows: Row[] = starterScripts.map((script) => ({
  id: script.code,
  version: 1,
  code: script.code,
  library: script.scenario,
  title: script.title,
  body: script.body,
  expiresOn: script.expiresOn,
  auxiliaryMay: script.auxiliaryMay,
  villageIds: null,
  keywords: script.keywords,
  askedAs: script.askedAs,
}))
const index = createIndex(rows)
const today = '2026-11-24'
const ask = (text: string, more: Partial<Question> = {}, among: ScriptIndex = index, day = today) =>
  rankScripts(among, { text, scenario: null, villageId: null, role: 'chief', ...more }, day)

/** Questions about the scripts that were added after the sets of questions were written. */
const later = Object.entries({
  ME31: '我屋里老弟脑壳有毛病，药断了就要打人，怎么送去住院|隔壁那个神经不正常的又在外面乱喊乱跳',
  ME32: '楼对面新装的摄像头把我家堂屋看得一清二楚|他家监控正对我家厕所，可以要他挪开不',
  BU61: '崽放学捡了个书包，里头有手机和现金，拿到哪里去|失物招领的东西多久没人认就归公家',
  BU62: '搭班车把皮夹子搞丢了，卡和证件都在，第一步做么子|手机丢了，里面绑着银行卡，急死人',
  BU63: '摩托被交警拖走了，停车场要我交一千块保管费，对不对|扣下来的车要带么子手续才领得出来',
  BU64: '罚款决定书到手了，我不服，到哪里去申请复议|屋里困难，罚的钱能不能分几回交',
  BU65: '接到电话说要我到所里做笔录，是不是真的|证人一定要跑一趟吗，能不能在屋里问',
  BU66: '我想调路口的监控看看是谁撞了我的车|超市不给看录像，怎么才能看到',
  BU67: '老板把我们几个的身份证收走了，讲做满半年再还|他扣着我的证件不还，要钱来赎',
  SA45: '厨房里盘了条大蛇，不晓得有没有毒，怎么弄走|阳台上结了个马蜂窝，孩子都不敢出去',
  SA46: '楼道里堆得满满当当，消防车都开不进来，找谁管|饭馆的安全出口上了锁，向谁举报',
  SA47: '村里野狗成群，没主人，追着孩子跑|流浪狗越来越多，有没有人来捉走',
  SA48: '过年跟亲戚打点小麻将，会不会算赌博|茶馆里抽台子钱打牌，多少钱以上要拘留',
  SA49: '我外甥被同学骗去外省搞传销，电话里要我汇钱|要先交会费再拉亲戚朋友入伙，这正当不',
  SA50: '挖鱼塘挖出一颗旧炸弹，怎么处理|爷爷传下来一支打鸟的铳，能放家里吗',
  SA51: '有个醉汉倒在马路中间叫都叫不醒|喝得烂醉的人在我店里耍酒疯',
  SA52: '公路边有个不认得家的老奶奶，我先陪着她|在集上碰到一个找不到妈妈的细妹子',
  SA53: '我屋里崽在吸毒，他愿意戒，会不会坐牢|老公沾上冰毒，怎么带他去戒',
  PI38: '我在这上面写的话什么时候会有人看|这个留言的地方能不能代替报警',
  PI39: '我讲的这些哪些人看得到，会不会传到村里|怎么查有哪个工作人员打开过我的资料',
  PI40: '老弟被行政拘留十天，想去拘留所看他，带什么|关在拘留所里能不能给他送几件换洗衣服',
  PI41: '我哥被刑事拘留，关在看守所，家里能不能见一面|人被抓走了，怎么请律师进去看他',
  PI42: '卖鸡收到一张假的一百块，怎么办|银行把我的假币收了，有没有单子给我',
}).flatMap(([code, texts]) => texts.split('|').map((text) => ({ text, codes: [code] })))

/** In what share of the questions the right script comes first, and among the three that are shown. */
function hitRates(part: keyof Questions): { first: number; three: number } {
  const places = questionsOf(part).map(({ text, codes }) =>
    ask(text).findIndex((script) => codes.includes(script.code)),
  )
  const share = (count: number) => count / places.length
  return {
    first: share(places.filter((place) => place === 0).length),
    three: share(places.filter((place) => place >= 0).length),
  }
}

test('the questions are many, each once, and name scripts there are', () => {
  const all = [...(['near', 'apart', 'held'] as const).flatMap(questionsOf), ...later]
  assert.ok(all.length >= 600)
  assert.equal(new Set(all.map(({ text }) => text)).size, all.length)
  const codes = new Set(starterScripts.map((script) => script.code))
  for (const question of all) {
    assert.ok(question.codes.length > 0 && question.codes.every((code) => codes.has(code)), question.text)
  }
  const answered = new Set(all.flatMap((question) => question.codes))
  assert.deepEqual(
    [...codes].filter((code) => !answered.has(code)),
    [],
  )
})

test('no sentence kept for measuring is among those the scripts are found by', () => {
  const known = new Set(starterScripts.flatMap((script) => script.askedAs))
  for (const { text } of questionsOf('held')) assert.ok(!known.has(text), text)
})

test('the right script is among the three that are shown', () => {
  const near = hitRates('near')
  assert.ok(near.first >= 0.9 && near.three >= 0.97, `near ${near.first} ${near.three}`)
  const apart = hitRates('apart')
  assert.ok(apart.first >= 0.85 && apart.three >= 0.93, `apart ${apart.first} ${apart.three}`)
  // What the ranking is worth on sentences nobody wrote a script's words for.
  const held = hitRates('held')
  assert.ok(held.first >= 0.65 && held.three >= 0.83, `held ${held.first} ${held.three}`)
})

test('the scripts that came later are found by questions of their own', () => {
  const missed = later.filter(({ text, codes }) => !ask(text).some(({ code }) => codes.includes(code)))
  assert.deepEqual(missed, [])
})

test('a suggestion says which words it was found by', () => {
  const [first] = ask('群里叫我刷单，说有返利', { scenario: 'anti_fraud' })
  assert.equal(first?.code, 'AF01')
  assert.deepEqual(first?.reasons[0], { kind: 'keyword', words: ['刷单', '返利'] })
  assert.equal(first?.because, '来信提到“刷单”“返利”；文字相近：“群里”；属于同一类事项')
})

test('traditional characters find what the simplified ones find', () => {
  const codes = (text: string) => ask(text).map(({ code }) => code)
  assert.ok(codes('身份证丢了，怎么补办').length > 0)
  assert.deepEqual(codes('身份證丟了，怎麼補辦'), codes('身份证丢了，怎么补办'))
  assert.deepEqual(codes('媽媽轉賬給騙子了'), codes('妈妈转账给骗子了'))
})

test('small talk brings no suggestion', () => {
  for (const text of ['', '你好', '在吗', '谢谢', '嗯嗯', '新年好', '👍', '。。。', '好的知道了'])
    assert.deepEqual(ask(text), [], text)
})

test('an auxiliary is offered only what she may send', () => {
  const text = '他喝醉了又打我，我不敢回家'
  assert.equal(ask(text)[0]?.code, 'ME10')
  const offered = ask(text, { role: 'auxiliary' })
  assert.ok(offered.every((script) => starterScripts.find((one) => one.code === script.code)?.auxiliaryMay))
})

test('a script of other villages or past its day is not offered', () => {
  const east = createIndex(rows.map((row) => (row.code === 'PI07' ? { ...row, villageIds: ['east'] } : row)))
  const codes = (villageId: string | null, day = today) =>
    ask('村里停电停水两天了', { villageId }, east, day).map((script) => script.code)
  assert.ok(codes('east').includes('PI07'))
  assert.ok(!codes('west').includes('PI07'))
  assert.ok(!codes(null).includes('PI07'))
  assert.deepEqual(codes('east', '2028-01-01'), [])
})

test('whatever is written, at most three come back, each with a reason', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const found = ask(`${text}转账`)
      assert.ok(found.length <= 3)
      for (const script of found) assert.ok(script.reasons.length > 0 && script.because !== '')
    }),
    { numRuns: 200 },
  )
  for (const text of ['constructor', '__proto__', 'toString 110', 'a'.repeat(4000), '转账'.repeat(2000)])
    ask(text)
})

test('an index of nothing answers nothing', () => {
  assert.deepEqual(ask('刷单', {}, createIndex([])), [])
})
