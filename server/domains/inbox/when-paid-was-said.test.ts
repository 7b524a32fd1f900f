import assert from 'node:assert/strict'
import { test } from 'node:test'
import { whenPaidWasSaid } from './when-paid-was-said.ts'

const now = new Date('2026-03-10T10:00:00Z')
const at = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()
const inbound = (body: string, minutes: number) => ({
  direction: 'inbound' as const,
  body,
  sentAt: at(minutes),
})

test('the clock runs from the first message that says the money has gone', () => {
  const talk = [
    inbound('有人加我叫我刷单', 40),
    inbound('我刚刚把钱转过去了，五万', 30),
    { ...inbound('您已经转账了吗？', 28), direction: 'outbound' as const },
    inbound('转了，转了两次', 20),
  ]
  assert.equal(whenPaidWasSaid(talk, now), at(30))
})

test('what is not paid, was long ago, or a story, starts no clock', () => {
  for (const body of ['我还没转钱', '去年被骗转了三万', '新闻里说有人转账被骗了', '怎么开证明'])
    assert.equal(whenPaidWasSaid([inbound(body, 5)], now), null, body)
  assert.equal(whenPaidWasSaid([inbound('钱已经转过去了', 3 * 24 * 60)], now), null, 'three days ago')
})
