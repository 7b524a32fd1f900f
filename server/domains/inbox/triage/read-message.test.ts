import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Office, Scenario } from '../../../../contract/vocabulary.ts'
import { heldOutCalm, heldOutEmergencies } from './held-out/dangers.ts'
import { heldOutScenarios } from './held-out/scenarios.ts'
import { readMessage } from './read-message.ts'

const read = (text: string) => readMessage({ text, villages: [] })

const rows: [string, Scenario, Office?][] = [
  ['有人喊我刷单垫钱，靠不靠谱', 'anti_fraud'],
  ['接到自称公安局的电话要我转到安全账户，是骗子吧', 'anti_fraud'],
  ['银行卡被冻结了讲我涉诈', 'anti_fraud'],
  ['同学要租我的银行卡，一天两百', 'anti_fraud'],
  ['陌生人拉我进群炒股', 'anti_fraud'],
  ['隔壁屋里的鸡天天呷我的菜，讲了不听', 'mediation'],
  ['他借了我五万块不还', 'mediation'],
  ['两口子闹离婚，崽归哪个', 'mediation'],
  ['包工头欠我半年工钱', 'mediation'],
  ['遗嘱没有公证算不算数', 'mediation'],
  ['楼上半夜打麻将，吵得睡不着', 'mediation'],
  ['细伢子上户口要带么子', 'business'],
  ['身份证掉了哪里补', 'business'],
  ['跟爹娘分户，当天办得好不', 'business'],
  ['堂客的户口想迁过来', 'business'],
  ['你们礼拜六上不上班', 'business'],
  ['驾驶证到期了去哪里换', 'business'],
  ['塘边能不能立块防溺水的牌子', 'safety'],
  ['我屋里的牛不见哒，帮忙找一下', 'safety'],
  ['电动车能不能推进屋充电', 'safety'],
  ['晚上能不能到我们组多巡逻几趟', 'safety'],
  ['昨晚摩托车被偷了', 'safety'],
  ['群里讲明天停课，真的假的', 'public_information'],
  ['听说抓了个杀人犯，有没有这回事', 'public_information'],
  ['昨晚好多警车，出了么子事', 'public_information'],
  ['警情通报在哪里看', 'public_information'],
  ['村里停电了找哪个', 'other_office', 'power'],
  ['医保今年交多少', 'other_office', 'medical_insurance'],
  ['低保怎么申请', 'other_office', 'civil_affairs'],
  ['超市卖过期牛奶', 'other_office', 'market'],
  ['路灯坏了半个月没人修', 'other_office', 'citizen_hotline'],
  ['法院判了他不执行', 'other_office', 'court'],
  ['我要投诉你们民警态度差', 'other_office', 'police_complaint'],
  ['睡不着，心里难受，想找心理医生', 'other_office', 'mental_health'],
  ['没钱请律师，有法律援助吗', 'other_office', 'legal_aid'],
  ['养老保险断交了怎么补', 'other_office', 'labour'],
  ['门面的消防检查找谁', 'other_office', 'fire'],
  ['追尾了，等交警来定责', 'other_office', 'traffic_police'],
]

for (const [text, scenario, office] of rows) {
  test(`${text} → ${office ?? scenario}`, () => {
    const reading = read(text)
    assert.equal(reading.scenario, scenario)
    assert.equal(reading.office, office ?? null)
    assert.equal(reading.emergency, false)
    assert.ok(reading.confidence > 1 / 6)
    assert.ok(reading.reasons.some((reason) => reason.kind === 'scenario' && reason.because !== ''))
  })
}

test('an emergency says where it belongs: money to fraud, illness to the ambulance', () => {
  assert.equal(read('刚转了两万给骗子').scenario, 'anti_fraud')
  const ill = read('我爸心梗倒在地上叫不醒')
  assert.deepEqual([ill.emergency, ill.office], [true, 'ambulance'])
})

test('what was not read is never silently "not urgent"', () => {
  const cases: [string, boolean, RegExp][] = [
    ['', true, /语音机器没有听/],
    ['好的', true, /语音机器没有听/],
    ['', false, /没有可读的文字/],
    ['？？？ 。。。', false, /没有可读的文字/],
    ['\ud83d', false, /读不懂/],
    ['please hello', false, /没有读到汉字/],
  ]
  for (const [text, hasVoice, because] of cases) {
    const { reasons } = readMessage({ text, villages: [], hasVoice })
    assert.ok(
      reasons.some((reason) => reason.kind === 'emergency' && because.test(reason.because)),
      text,
    )
  }
})

test('an unread message has no confidence', () => {
  assert.equal(read('').confidence, 0)
  const { confidence, reasons } = read('😭😭😭')
  assert.deepEqual([confidence, reasons.map(({ kind }) => kind)], [0, ['emergency']], 'no subject is made up')
  assert.notEqual(read('110').confidence, 0)
  assert.ok(read('hello there').confidence <= 0.3)
})

test('the trained score rings the bell where the words are silent', () => {
  assert.equal(read('崽在窗户外面坐着').emergency, true)
})

test('a number alone rings no bell, and a person is asked to look', () => {
  for (const text of ['13800138000', '138 0013 8000', '11111111', '430182-2026-0001']) {
    const { emergency, reasons } = readMessage({ text, villages: [] })
    assert.equal(emergency, false, text)
    assert.ok(
      reasons.some(({ because }) => because.includes('机器读不懂')),
      text,
    )
  }
  assert.equal(readMessage({ text: 'jiu wo ta zai da men', villages: [] }).emergency, true)
})

test('one sentence of a long message rings by itself where the whole sounds calm', () => {
  const told = (between: string) =>
    `多谢上回帮我们把户口本改好，一家人都记得你们的好。${between}。还想问一下身份证几时可以去拿，星期六上不上班？`
  const { emergency, reasons } = read(told('我崽在窗户外面坐着不肯进来'))
  assert.equal(emergency, true)
  assert.match(reasons[0]!.because, /有一句/)
  assert.equal(read(told('我崽今天考试得了九十分，高兴得很')).emergency, false)
})

test('a rumour or a question about papers takes back no danger told beside it', () => {
  for (const text of [
    '听说要停水是真的吗，另外我崽刚才掉塘里了',
    '户口怎么分？顺便说一下 隔壁房子着火了',
    '身份证丢了。隔壁现在在打老婆，打得要死。另外村里传要收费是真的吗？',
    '网上传我们村有人贩子，真的假的？还有就是我刚给一个客服转了5000',
    '网传要封路是真是假。我家灶屋正在起火',
    '昨天电视里放火灾。我家灶屋现在着火了',
  ])
    assert.equal(read(text).emergency, true, text)
  for (const text of [
    '网上说桥上有人跳河，是真的吗？另外怎么办身份证',
    '问一下低保。另外去年我家着火了，救济怎么申请',
    '对了，上次打架的事处理好了没有',
    '群里说我们家那栋楼现在着火了，真的假的？我没看到',
    '视频里说正在抢劫。是真的吗',
    '如果着火了怎么办，另外灭火器在哪里领',
  ])
    assert.equal(read(text).emergency, false, text)
})

test('on messages it has never met it stays as good as it was', () => {
  const heard = heldOutEmergencies.filter((text) => read(text).emergency).length
  const rung = heldOutCalm.filter((text) => read(text).emergency).length
  assert.ok(heard >= heldOutEmergencies.length * 0.97, `${heard} of ${heldOutEmergencies.length} heard`)
  assert.ok(rung <= heldOutCalm.length * 0.03, `${rung} rung for nothing`)
  for (const [scenario, texts] of Object.entries(heldOutScenarios)) {
    const right = texts.filter((text) => read(text).scenario === scenario).length
    assert.ok(right >= texts.length * 0.87, `${scenario}: ${right} of ${texts.length}`)
  }
})
