import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applySetup } from '../../../server/domains/wechat/apply-setup.ts'
import { inStation } from '../../../server/platform/tenancy.ts'
import { disconnectTown } from './disconnect-town.ts'
import { startSmallTown } from './town-twin.fixture.ts'

const { context, world, query, start } = await startSmallTown()

const everything = async () => [
  await query('select * from wechat_channels where station_id = $1'),
  await query('select id, sealed, retires_at from wechat_secrets where station_id = $1 order by id'),
  await query('select * from kf_accounts where station_id = $1'),
  await query('select * from contact_doors where station_id = $1'),
  await query(`select count(*) from events where station_id = $1 and name like 'wechat.%'`),
]

test('a station that is connected to a real corporation is left alone', async () => {
  await inStation(context.pool, world.stationId, async (tx) => {
    const setup = { corpId: 'ww0123456789abcdef', secret: 'a-real-secret', agentId: 1_000_002 }
    await applySetup(context, tx, { kind: 'system', id: null }, setup, null)
    await tx.client.query(
      `insert into kf_accounts (station_id, open_kfid, name, cursor, pulled_at) values ($1, 'wkReal', '大成桥', 'kept', now())`,
      [world.stationId],
    )
  })
  const before = await everything()
  assert.equal(await start(), null)
  await disconnectTown(context, world.stationId)
  assert.deepEqual(await everything(), before)
})
