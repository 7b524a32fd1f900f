import type { Client, Pool } from '../../server/platform/database/pool.ts'
import type { Tx } from '../../server/platform/tenancy.ts'
import { createRandom } from './random.ts'
import { townCentre } from './villages.ts'
import { wipeStation } from './wipe-station.ts'

export const demoStationCode = '430182119'

export const demoStationName = '大成桥派出所（演示）'

/**
 * The demo's station, new and marked as being loaded; null when the town is already there. What an interrupted load
 * left behind is removed first. Throws a Chinese sentence when the code belongs to a real station.
 */
export async function claimStation(
  client: Client,
  owner: Pool | undefined,
  seed: number,
  at: number,
): Promise<string | null> {
  const { rows } = await client.query(
    `select id, demo, settings ? 'demoLoading' as loading from stations where code = $1`,
    [demoStationCode],
  )
  const known = rows[0]
  if (known && !known.demo)
    throw new Error(`代码 ${demoStationCode} 已经是一个真实的派出所，不能装演示数据。`)
  if (known && !known.loading) return null
  if (known) {
    if (!owner) throw new Error('上一次装演示数据没有装完，要用数据库管理员的连接清理后重来。')
    await wipeStation(owner, known.id)
    return known.id
  }
  const id = createRandom(seed, 'station').id(at)
  await client.query(
    `insert into stations (id, code, name, phone, address, latitude, longitude, settings, demo)
     values ($1, $2, '${demoStationName}', '0731-00012110', '大成桥镇正街（演示地址）', $3, $4, '{"demoLoading": true}', true)`,
    [id, demoStationCode, townCentre.latitude, townCentre.longitude],
  )
  return id
}

/** From here on the town counts as loaded. */
export async function finishStation({ client, stationId }: Tx): Promise<void> {
  await client.query(`update stations set settings = settings - 'demoLoading' where id = $1`, [stationId])
}
