import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startChannel, until } from './wechat.fixture.ts'

const channel = await startChannel({ worker: false })
const { control, as, query, world } = channel
const accounts = Array.from({ length: 8 }, (_, n) => control.kf.addAccount(`第 ${n} 村`))
await as('administrator')({ method: 'POST', url: '/api/wechat/checks' })

const inLine = async (): Promise<number> => {
  const [row] = await query(
    'select count(*)::int as held from kf_accounts where station_id = $1 and leased_until > clock_timestamp()',
    [world.stationId],
  )
  return row.held
}

test('with many accounts in line to be asked without a token, a callback goes first, and stopping does not wait', async () => {
  await channel.restartWorker()
  await until('the line has begun', async () => (await inLine()) >= 6)
  const began = performance.now()
  for (const openKfid of accounts) control.kf.phone.write(openKfid, channel.person(), `问 ${openKfid}`)
  await until('all have arrived', async () => (await channel.messages()).length === accounts.length)
  const tookMs = performance.now() - began
  assert.ok(tookMs < 10_000, `${tookMs} ms`)

  await channel.restartWorker()
  await until('they stand in line again', async () => (await inLine()) >= 3)
  const stopping = performance.now()
  await channel.stopWorker()
  assert.ok(performance.now() - stopping < 3000, `${performance.now() - stopping} ms`)
})
