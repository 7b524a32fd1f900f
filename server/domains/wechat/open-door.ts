import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { addKfDoor } from '../../gateways/wecom/calls/add-kf-door.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, notFound } from '../../platform/errors.ts'
import { inStation } from '../../platform/tenancy.ts'
import { loadChannel } from './channel.ts'

/**
 * Gives an account to a village (null: to the whole station) and makes the link of its door; who comes in by it is
 * known to be of that village. Printed codes of an earlier door go on working.
 */
export async function openDoor(
  context: Pick<Context, 'pool' | 'config'>,
  stationId: string,
  openKfid: string,
  villageId: string | null,
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
  await inStation(context.pool, stationId, (tx) =>
    tx.client.query(
      'update kf_accounts set village_id = $3, door_url = $4 where station_id = $1 and open_kfid = $2',
      [stationId, openKfid, villageId, doorUrl],
    ),
  )
  return { doorUrl }
}
