import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel({ worker: { canaryMs: 500 } })
const { control, openKfid, query, world } = channel
const { stationId } = world

const keys = async (): Promise<string[]> =>
  (await channel.as('officer')({ method: 'GET', url: '/api/station-home' }))
    .json()
    .alarms.map(({ key }: { key: string }) => key)
    .filter((key: string) => key.startsWith('wechat_'))

/** Three minutes go by, as the database tells the time: whatever is written again meanwhile is new again. */
const threeMinutes = (table: string, ...columns: string[]) =>
  query(
    `update ${table} set ${columns.map((column) => `${column} = ${column} - interval '3 minutes'`).join(', ')} where station_id = $1`,
    [stationId],
  )

test('T12: while the way stands still somewhere and the process looks healthy, the home page says so within three minutes', {
  timeout: 120_000,
}, async (t) => {
  const who = channel.person('王大爷')
  control.kf.phone.write(openKfid, who, '在吗')
  await until('the first message', async () => (await channel.messages()).length === 1)
  const canaryAt = async () =>
    (await query('select canary_at from wechat_channels where station_id = $1', [stationId]))[0].canary_at
  await until('the canary', canaryAt)
  assert.deepEqual(await keys(), [])
  let caught = 0

  // The worker works: time that goes by means nothing.
  await threeMinutes('wechat_channels', 'canary_at', 'configured_at')
  const old = await canaryAt()
  await until('a new canary', async () => (await canaryAt()) > old)
  await until('no false alarm', async () => (await keys()).length === 0, 5000)

  // The server hangs on every question.
  control.faults.next('kf/sync_msg', { kind: 'hang', ms: 60_000 }, 20)
  control.kf.phone.write(openKfid, who, '听得见吗')
  const wanted = async () =>
    (await query('select wanted_at from kf_accounts where station_id = $1', [stationId]))[0].wanted_at
  await until('wanted', wanted)
  await threeMinutes('kf_accounts', 'wanted_at', 'pulled_at')
  assert.ok((await keys()).includes('wechat_stalled'))
  caught++
  control.faults.clear()
  await query('update kf_accounts set leased_until = null, not_before = null where station_id = $1', [
    stationId,
  ])
  await until('it goes on', async () => (await channel.messages()).length === 2, 40_000)
  await until('quiet again', async () => (await keys()).length === 0, 10_000)

  // Fetched, and nobody handles it.
  await channel.stopWorker()
  await query(
    `insert into kf_messages (station_id, open_kfid, msgid, external_userid, raw, sent_at, pulled_at)
     values ($1, $2, 'stuck', 'wmStuck', '{}', now(), now() - interval '3 minutes')`,
    [stationId, openKfid],
  )
  assert.ok((await keys()).includes('wechat_unhandled'))
  caught++
  await query(`delete from kf_messages where station_id = $1 and msgid = 'stuck'`, [stationId])

  // Answered, and nobody carries it.
  const [message] = await channel.messages()
  assert.equal((await channel.answer(message.conversation, message.contact, '来了')).statusCode, 201)
  await threeMinutes('message_deliveries', 'queued_at')
  assert.ok((await keys()).includes('wechat_unsent'))
  caught++

  // The worker is dead; the pages are there.
  await threeMinutes('wechat_channels', 'canary_at', 'configured_at')
  assert.ok((await keys()).includes('wechat_canary'))
  caught++
  await channel.restartWorker({ canaryMs: 500 })
  await until('well again', async () => (await keys()).length === 0, 20_000)
  t.diagnostic(JSON.stringify({ id: 'T12', stalls: 4, caught, falseGreen: 4 - caught }))
})
