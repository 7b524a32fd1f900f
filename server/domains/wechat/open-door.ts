import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { addKfDoor } from '../../gateways/wecom/calls/add-kf-door.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadChannel } from './channel.ts'

/**
 * Makes the link of a door of an account: for a village, or (null) for the whole station. Who comes in by it is known to
 * be of that village. An account with doors of one village only is that village's, also for who comes in without one.
 * Printed codes of an earlier door go on working.
 */
export async function openDoor(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  openKfid: string,
  villageId: string | null,
  actor: Actor,
): Promise<{ doorUrl: string }> {
  const code = await inStation(context.pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      `select a.open_kfid, v.code from kf_accounts a
       left join villages v on v.station_id = $1 and v.id = $3 where a.station_id = $1 and a.open_kfid = $2`,
      [stationId, openKfid, villageId],
    )
    if (!rows[0] || (villageId && !rows[0].code)) throw notFound()
    return (rows[0].code as string | null) ?? ''
  })
  const channel = await loadChannel(context, stationId)
  if (!channel?.api) throw new AppError('unavailable', '还没有填企业 ID 和应用的 Secret。')
  let doorUrl: string
  try {
    doorUrl = await addKfDoor(channel.api, openKfid, code ? 'village' : 'station', code)
  } catch (error) {
    if (error instanceof ApiError) throw new AppError('unavailable', error.message)
    throw error
  }
  await inStation(context.pool, stationId, async (tx) => {
    await tx.client.query(
      `insert into kf_doors (station_id, id, open_kfid, village_id, url, made_by) values ($1, $2, $3, $4, $5, $6)
       on conflict (station_id, open_kfid, village_id) do update set url = excluded.url, made_at = clock_timestamp(), made_by = excluded.made_by`,
      [stationId, newId(), openKfid, villageId, doorUrl, actor.id],
    )
    await tx.client.query(
      `update kf_accounts a set door_url = $3, village_id = (select min(d.village_id::text)::uuid from kf_doors d
         where d.station_id = $1 and d.open_kfid = $2 having count(*) = 1)
       where a.station_id = $1 and a.open_kfid = $2`,
      [stationId, openKfid, doorUrl],
    )
    await writeEvents(tx, actor, [
      {
        ...{ name: 'wechat.door_made' as const, subject: { kind: 'station', id: stationId }, villageId },
        data: { village: Boolean(villageId) },
      },
    ])
  })
  return { doorUrl }
}
