import assert from 'node:assert/strict'
import { test } from 'node:test'
import { demoCallback } from '../../gateways/wecom/twin/corporation/demo-corporation.ts'
import { loadChannel } from './channel.ts'
import { pullAccount } from './pull-account.ts'
import { startChannel, until } from './wechat.fixture.ts'

const hour = 3_600_000
const longest = 80

// The twin's time began long ago, and comes up to ours while nobody listens.
const channel = await startChannel({
  twin: { clock: { startAt: Date.now() - (longest + 1) * hour, running: true }, kf: { tokenlessEveryMs: 0 } },
  worker: false,
})
const { control, query, world, context, wecomApp } = channel
const { stationId } = world

test('T08: callbacks gone for 24 and 71 hours lose nothing; after 80 the gap is on the record with its bounds', {
  timeout: 300_000,
}, async (t) => {
  control.callbacks.forget(wecomApp.name)
  const accounts = [24, 71, longest].map((hours) => {
    const openKfid = control.kf.addAccount(`离线${hours}小时`)
    return {
      hours,
      openKfid,
      who: channel.person(`等了${hours}小时`),
      said: [] as { words: string; at: number }[],
    }
  })
  const pull = async (openKfid: string) => {
    const { api } = (await loadChannel(context, stationId))!
    await pullAccount(context, api!, stationId, openKfid)
  }
  for (let left = longest + 1; left > 0; left--) {
    for (const { hours, openKfid, who, said } of accounts) {
      // Until then the account was listened to.
      if (left === hours + 1 || (hours === longest && left === longest + 1)) {
        control.kf.phone.write(openKfid, who, '开头')
        await query(
          `insert into kf_accounts (station_id, open_kfid) values ($1, $2) on conflict do nothing`,
          [stationId, openKfid],
        )
        await pull(openKfid)
      }
      if (left <= hours) {
        const words = `离线 ${hours}，还有 ${left} 小时`
        said.push({ words, at: control.clock.now() })
        control.kf.phone.write(openKfid, who, words)
      }
    }
    await control.clock.advance(hour)
  }
  const found: Record<string, unknown>[] = []
  for (const { hours, openKfid, said } of accounts) {
    // It was heard of last a second before the first of these words.
    const from = new Date(said[0]!.at - 1000)
    await query('update kf_accounts set pulled_at = $3 where station_id = $1 and open_kfid = $2', [
      stationId,
      openKfid,
      from,
    ])
    const before = Date.now()
    await pull(openKfid)
    const bodies = (
      await query(
        `select m.body from messages m join kf_messages k on k.station_id = $1 and k.message_id = m.id
         where m.station_id = $1 and k.open_kfid = $2`,
        [stationId, openKfid],
      )
    ).map(({ body }) => body)
    const lost = said.filter(({ words }) => !bodies.includes(words))
    const gaps = await query(
      'select from_at, until_at from kf_gaps where station_id = $1 and open_kfid = $2',
      [stationId, openKfid],
    )
    found.push({ hours, said: said.length, lost: lost.length, gaps: gaps.length })
    if (hours < 72) {
      assert.deepEqual([lost.length, gaps.length], [0, 0])
      continue
    }
    assert.equal(gaps.length, 1)
    const [gap] = gaps
    assert.equal(gap.from_at.getTime(), from.getTime())
    assert.ok(Math.abs(gap.until_at.getTime() - (before - 72 * hour)) < 10_000)
    const silent = lost.filter(
      ({ at }) => at < gap.from_at.getTime() - 1000 || at > gap.until_at.getTime() + 60_000,
    )
    assert.deepEqual(silent, [], 'nothing is lost outside the gap')
    assert.ok(lost.length > 0, 'the server has thrown some away')
    const home = (await channel.as('officer')({ method: 'GET', url: '/api/station-home' })).json()
    assert.ok(home.alarms.some(({ key }: { key: string }) => key === 'wechat_gaps'))
  }
  t.diagnostic(JSON.stringify({ id: 'T08', found }))
})

test('T08: an account that nobody pulls raises the alarm after 15 minutes', async () => {
  await query(
    `update kf_accounts set pulled_at = clock_timestamp() - interval '14 minutes' where station_id = $1`,
    [stationId],
  )
  const keys = async () =>
    (await channel.as('officer')({ method: 'GET', url: '/api/station-home' }))
      .json()
      .alarms.map(({ key }: { key: string }) => key)
  assert.ok(!(await keys()).includes('wechat_deaf'))
  await query(
    `update kf_accounts set pulled_at = clock_timestamp() - interval '15 minutes 1 second' where station_id = $1`,
    [stationId],
  )
  assert.ok((await keys()).includes('wechat_deaf'))
})

test('T08: messages that no callback told of raise the alarm within 15 minutes, and the next callback ends it', async () => {
  const openKfid = control.kf.addAccount('没有通知')
  const who = channel.person('没通知到')
  const { api } = (await loadChannel(context, stationId))!
  const pull = (listeningSince: Date) => pullAccount(context, api!, stationId, openKfid, listeningSince)
  const isTold = async () =>
    (await channel.as('officer')({ method: 'GET', url: '/api/station-home' }))
      .json()
      .alarms.some(({ key }: { key: string }) => key === 'wechat_uncalled')
  const uncalled = async () =>
    (
      await query('select uncalled_since from kf_accounts where station_id = $1 and open_kfid = $2', [
        stationId,
        openKfid,
      ])
    )[0].uncalled_since
  const writeMinutesAgo = (minutes: number, msgid: string) =>
    control.kf.put(openKfid, {
      msgid,
      open_kfid: openKfid,
      external_userid: who,
      send_time: Math.floor(Date.now() / 1000) - minutes * 60,
      origin: 3,
      msgtype: 'text',
      text: { content: msgid },
    })
  await query('insert into kf_accounts (station_id, open_kfid) values ($1, $2)', [stationId, openKfid])
  // Written before we were there to be called, or just now: says nothing about callbacks.
  writeMinutesAgo(4, '我们还没起来')
  writeMinutesAgo(0, '刚刚')
  await pull(new Date(Date.now() - 3 * 60_000))
  assert.equal(await uncalled(), null)
  // Five minutes at most until the sweep finds it, and five more in which its callback may still come.
  writeMinutesAgo(5, '等了五分钟')
  await pull(new Date(Date.now() - 10 * 60_000))
  assert.ok(await uncalled())
  assert.equal(await isTold(), false)
  await query(
    `update kf_accounts set uncalled_since = uncalled_since - interval '5 minutes 1 second' where station_id = $1 and open_kfid = $2`,
    [stationId, openKfid],
  )
  assert.equal(await isTold(), true)
  control.callbacks.keep(wecomApp.name, { url: channel.callbackUrl, ...demoCallback })
  control.kf.announce(openKfid)
  await until('the callback', async () => !(await isTold()))
})
