import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { startChannel, until } from './wechat.fixture.ts'

const count = process.env['FULL_PROFILE'] ? 10_000 : 1000

const channel = await startChannel({
  twin: {
    faults: { busy: 0.03, status5xx: 0.05, reset: 0.05, loseAnswer: 0.03, latencyMs: [0, 60] },
    callbacks: { duplicate: 0.3, reorder: 0.2, drop: 0.2, delayMs: [0, 200], retryAfterMs: [100, 200] },
    kf: { shortPages: 0.3, emptyPages: 0.2, tokenlessEveryMs: 0 },
  },
  worker: { sweepMs: 3000 },
})
const { control, openKfid, query, world } = channel

test('T07: a server that fails in every way, each message once to five times and shuffled: nothing lost, nothing twice', {
  timeout: 900_000,
}, async (t) => {
  const people = Array.from({ length: 20 }, (_, n) => channel.person(`村民${n}`))
  const now = Math.floor(Date.now() / 1000)
  const items = Array.from({ length: count }, (_, n) => ({
    msgid: `t07-${n}`,
    open_kfid: openKfid,
    external_userid: people[n % people.length]!,
    send_time: now - 60 + Math.floor((n * 60) / count),
    origin: 3,
    msgtype: 'text',
    text: { content: `第 ${n} 句` },
  }))
  const often = items.flatMap((item, n) => Array.from({ length: 1 + (n % 5) }, () => item))
  // Within a window of a hundred anything may come before anything.
  const shuffled = often
    .map((item, place) => ({ item, at: place + ((place * 7919) % 100) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item)
  const began = performance.now()
  const stored = async () =>
    (
      await query("select count(*)::int as n from messages where station_id = $1 and direction = 'inbound'", [
        world.stationId,
      ])
    )[0].n
  for (const [place, item] of shuffled.entries()) {
    control.kf.put(openKfid, item)
    if (place === Math.floor(shuffled.length / 3)) {
      await until('some are in', async () => (await stored()) > 0, 60_000)
      control.kf.rejectCursors(openKfid)
      control.corporation.revokeTokens(channel.wecomApp.name)
    }
    if (place === Math.floor(shuffled.length / 2)) await sleep(500)
  }
  await until('all of them', async () => (await stored()) >= count, 800_000)
  await control.callbacks.idle()
  await sleep(2000)
  const bodies = (
    await query("select body from messages where station_id = $1 and direction = 'inbound'", [
      world.stationId,
    ])
  ).map(({ body }) => body)
  const lost = items.filter(({ text }) => !bodies.includes(text.content)).length
  const doubled = bodies.length - new Set(bodies).size
  const seconds = Math.round((performance.now() - began) / 1000)
  t.diagnostic(
    JSON.stringify({ id: 'T07', messages: count, deliveries: often.length, seconds, lost, doubled }),
  )
  assert.deepEqual([lost, doubled], [0, 0])
})
