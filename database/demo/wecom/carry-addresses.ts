import type { Tx } from '../../../server/platform/tenancy.ts'

/**
 * The same twin may listen at another port today. It is no other server, whom two persons would have to agree to and whose
 * members would have to be bound again: only the addresses follow.
 */
export async function carryAddresses({ client, stationId }: Tx, url: string): Promise<void> {
  await client.query('update wechat_channels set base_url = $2 where station_id = $1', [stationId, url])
  await client.query(
    `update kf_doors set url = $2 || regexp_replace(url, '^https?://[^/]+', '') where station_id = $1`,
    [stationId, url],
  )
  await client.query(
    `update kf_accounts set door_url = $2 || regexp_replace(door_url, '^https?://[^/]+', '') where station_id = $1`,
    [stationId, url],
  )
  for (const [table, kind] of [
    ['contact_doors', 'contact'],
    ['chat_group_doors', 'group'],
  ])
    await client.query(
      `update ${table} set qr_url = $2 || config_id where station_id = $1 and config_id is not null and qr_url is not null`,
      [stationId, `${url}/qr/${kind}?id=`],
    )
}
