import type { Pool } from '../../platform/database/pool.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'

/** A village group of the station, as WeCom would have told of it. */
export async function makeGroup(
  pool: Pool,
  stationId: string,
  name: string,
  villageId: string | null,
): Promise<string> {
  const id = newId()
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      'insert into chat_groups (station_id, id, chat_id, name, village_id) values ($1, $2, $3, $4, $5)',
      [stationId, id, `wr-${id}`, name, villageId],
    ),
  )
  return id
}
