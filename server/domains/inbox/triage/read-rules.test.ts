import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Office } from '../../../../contract/vocabulary.ts'
import { readFurther } from './read-further.ts'
import { readMessage } from './read-message.ts'

const read = (text: string) => readMessage({ text, villages: [] })

const meant: [Office, string[]][] = [
  [
    'transport',
    ['回镇上的班车司机乱涨价，坐到半路还要加钱', '省道塌了一块，车子过不去，找哪个修', '12328是管么子的'],
  ],
  ['disabled_persons', ['我爹的残疾证到期了在哪里换', '想给娘申请轮椅补贴找哪个', '残联电话多少']],
  ['youth', ['12355 打得通不', '团委有没有暑假的活动']],
  ['online_content', ['有个公众号尽发乱七八糟的东西，公众号怎么举报', '网上的不良信息打哪个举报']],
  ['procuratorate', ['判下来不服，想申请抗诉', '检察院在哪，我要去递材料']],
  ['cadre_complaint', ['我们村支书贪污修路的钱，去哪里告他', '纪委的电话是好多']],
]

test('words that mean no other office name it, and say so', () => {
  for (const [office, texts] of meant) {
    for (const text of texts) {
      const { scenario, office: named, reasons, emergency } = read(text)
      assert.deepEqual([text, scenario, named, emergency], [text, 'other_office', office, false])
      const because = reasons.find(({ kind }) => kind === 'office')
      assert.ok(because && because.word.length > 1 && text.includes(because.word), text)
    }
  }
})

test('a swindle that speaks of such an office stays one, and a call for help a call for help', () => {
  assert.equal(read('说是纪委的人，叫我把钱转账到安全账户').scenario, 'anti_fraud')
  assert.equal(read('自称检察院的打电话，要我转账到安全账户').scenario, 'anti_fraud')
  assert.equal(read('坐班车绕路，司机拿刀要杀人，救命').emergency, true)
})

test('words of other offices keep theirs', () => {
  assert.equal(read('家里停电了，什么时候来电').office, 'power')
  assert.equal(read('残疾人补贴这个月没到账').office, 'civil_affairs')
  assert.equal(read('想问下分户要带什么材料').scenario, 'business')
})

test('asked beside something else, it is told as a further subject', () => {
  const text = '我想给孩子上户口，要带出生证吗。另外我爹的残疾证要去残联哪里换'
  const further = readFurther(text, 'business')
  assert.deepEqual(
    further.map(({ scenario, office }) => [scenario, office]),
    [['other_office', 'disabled_persons']],
  )
})
