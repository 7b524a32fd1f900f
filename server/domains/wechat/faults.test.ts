import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startChannel, until } from './wechat.fixture.ts'

const full = Boolean(process.env['FULL_PROFILE'])
const count = full ? 10_000 : 1000
const portions = full ? 120 : 16

const channel = await startChannel({
  twin: {
    faults: { latencyMs: [0, 60] },
    callbacks: {
      ...{ duplicate: 0.3, reorder: 0.2, drop: 0.2, delayMs: [0, 200], retryAfterMs: [100, 200] },
    },
    kf: { shortPages: 0.3, emptyPages: 0.2, tokenlessEveryMs: 0, coalesceMs: 20 },
  },
  worker: { sweepMs: 3000 },
})
const { control, openKfid, query, world, wecomApp } = channel

/** What happens to the next pull, one after the other; the last ones take a minute each and are for the full profile. */
const sync = (
  ...fault: Parameters<typeof control.faults.next> extends [unknown, ...infer Rest] ? Rest : never
) => control.faults.next('kf/sync_msg', ...fault)
const troubles: [name: string, begin: () => void][] = [
  ['5xx', () => sync({ kind: 'status', status: 502 })],
  ['cut off', () => sync({ kind: 'reset' })],
  ['answer lost', () => sync({ kind: 'lose_answer' })],
  ['busy', () => sync({ kind: 'errcode', errcode: -1 })],
  ['not JSON', () => sync({ kind: 'garbage', body: '<html>proxy</html>' })],
  ['late', () => sync({ kind: 'latency', ms: 1500 })],
  ['token expired', () => control.corporation.expireTokens(wecomApp.name)],
  ['token revoked', () => control.corporation.revokeTokens(wecomApp.name)],
  ['cursor rejected', () => control.kf.rejectCursors(openKfid)],
  ['callback’s token over', () => sync({ kind: 'errcode', errcode: 95007 })],
]
const slowTroubles: typeof troubles = [
  // Longer than we wait.
  ['time-out', () => sync({ kind: 'hang', ms: 12_000 })],
  ['throttled', () => sync({ kind: 'errcode', errcode: 45009 })],
  ['ten seconds late', () => sync({ kind: 'latency', ms: 9900 })],
]

test('T07: a server that fails in every way, each message once to five times and shuffled: nothing lost, nothing twice', {
  timeout: 1_800_000,
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
  const stored = async () =>
    (
      await query("select count(*)::int as n from messages where station_id = $1 and direction = 'inbound'", [
        world.stationId,
      ])
    )[0].n as number
  // The account is known from the set-up: nothing of it waits for a callback that may be lost.
  await channel.as('administrator')({ method: 'POST', url: '/api/wechat/checks' })
  const met: Record<string, number> = {}
  const size = Math.ceil(shuffled.length / portions)
  for (let portion = 0; portion < portions; portion++) {
    const slow = full ? portion % 12 === 11 : portion === portions - 1
    const list = slow ? slowTroubles : troubles
    const [name, begin] = list[(slow && full ? (portion - 11) / 12 : slow ? 0 : portion) % list.length]!
    begin()
    for (const item of shuffled.slice(portion * size, (portion + 1) * size)) control.kf.put(openKfid, item)
    await until(`met: ${name}`, () => control.faults.waiting() === 0, 600_000)
    met[name] = (met[name] ?? 0) + 1
  }
  // Health begins.
  Object.assign(control.settings.faults, { latencyMs: [0, 0] })
  const began = performance.now()
  await until('all of them', async () => (await stored()) >= count, 600_000)
  const caughtUpSeconds = Math.round((performance.now() - began) / 1000)
  await control.callbacks.idle()
  const bodies = (
    await query("select body from messages where station_id = $1 and direction = 'inbound'", [
      world.stationId,
    ])
  ).map(({ body }) => body)
  const known = new Set(bodies)
  const figures = {
    lost: items.filter(({ text }) => !known.has(text.content)).length,
    doubled: bodies.length - known.size,
    overBudget: control.rates.exceeded().length,
  }
  const most = control.rates.mostInMinute('kf/sync_msg')
  t.diagnostic(
    JSON.stringify({
      ...{ id: 'T07', messages: count, deliveries: often.length, met, caughtUpSeconds },
      ...{ mostCallsInMinute: most, ...figures },
    }),
  )
  assert.deepEqual(figures, { lost: 0, doubled: 0, overBudget: 0 })
})
