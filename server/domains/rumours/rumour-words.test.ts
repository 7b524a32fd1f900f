import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDoubts, findPersonTrace } from '../../../contract/rumour-words.ts'
import { answerState, shownUntil } from './rules.ts'

test('what leads to a person is found, however it is written, and nothing else is', () => {
  const kindOf = (text: string) => findPersonTrace(text)?.kind
  for (const [text, kind] of [
    ['打13812345678问的', 'mobile'],
    ['手机１３８１２３４５６７８', 'mobile'],
    ['幺三八一二三四五六七八', 'mobile'],
    ['138 1234 5678', 'mobile'],
    ['座机0731-8765432', 'landline'],
    ['身份证430124199001011234', 'identity'],
    ['43012419900101123X', 'identity'],
    ['微信号:lao_wang88', 'account'],
    ['加wxid_abc123def', 'account'],
    ['QQ 12345678', 'account'],
    ['听张某说的', 'name'],
    ['李某某家的牛', 'name'],
    ['隔壁姓王的', 'name'],
  ] as const)
    assert.equal(kindOf(text), kind, text)
  for (const text of [
    '水库要放水，打12345或96110都问不到',
    '2026年11月28日晚上停电？',
    '说是某村要拆迁，于某日开始',
    '微信群里都在传明天封路',
    '一二三组都在传',
  ])
    assert.equal(kindOf(text), undefined, text)
  assert.equal(findPersonTrace('打供电所0731-8765432', { landlines: true }), null)
  assert.equal(findPersonTrace('打13812345678', { landlines: true })?.kind, 'mobile')
})

test('before the notice a cause, numbers of injured, names and places are doubtful, after it what it does not say', () => {
  const kinds = (stage: Parameters<typeof findDoubts>[0], text: string, notices: string[] = []) =>
    findDoubts(stage, [text], notices).map(({ kind }) => kind)
  for (const [text, kind] of [
    ['原因是酒驾', 'cause'],
    ['起火是电线老化导致', 'cause'],
    ['三人受伤', 'injured'],
    ['有2名学生溺亡', 'injured'],
    ['死了两个人', 'injured'],
    ['嫌疑人已经抓获', 'blame'],
    ['死者是外地人', 'person'],
    ['在5组', 'place'],
    ['中心小学三年级', 'class'],
    ['是某网民散布', 'spreader'],
  ] as const)
    assert.ok(kinds('checking', text).includes(kind), text)
  const plain = '已接到反映，民警到了现场，道路可以通行，请以警情通报为准，勿转未经证实的图文'
  assert.deepEqual(kinds('checking', plain), [])
  assert.deepEqual(kinds('received', '这是谣言'), ['verdict'])
  assert.deepEqual(kinds('checking', '查过了，没有这回事'), [])
  const notice = '11月28日，某路段发生一起交通事故，现场已恢复通行。'
  assert.deepEqual(kinds('notice', '某路段发生一起交通事故，现场已恢复通行', [notice]), [])
  assert.deepEqual(kinds('notice', '事故是大雾造成的', [notice]), ['not_quoted'])
})

test('who got a wrong reply is asked for until she has the correction or something newer', () => {
  const correction = { version: 3, corrects: 2 }
  assert.equal(answerState([], 3, correction), 'waiting')
  assert.equal(answerState([1], 3, correction), 'behind')
  assert.equal(answerState([1, 2], 3, correction), 'to_correct')
  assert.equal(answerState([2, 3], 3, correction), 'answered')
  assert.equal(answerState([3], 4, correction), 'behind')
  assert.equal(answerState([2], 4, correction), 'to_correct')
  assert.equal(answerState([2], null, null, true), 'to_correct')
  assert.equal(answerState([2], 2, null), 'answered')
})

test('a correction stands as long as the wrong reply stood, and a day at least', () => {
  const now = new Date('2026-11-28T00:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 864e5)
  assert.equal(shownUntil(daysAgo(5), now).toISOString(), '2026-12-03T00:00:00.000Z')
  assert.equal(shownUntil(new Date(now.getTime() - 60_000), now).toISOString(), '2026-11-29T00:00:00.000Z')
})
