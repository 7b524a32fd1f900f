import type { GroupDoor, NewGroupDoor } from '../../../contract/groups.ts'
import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import { addGroupWay } from '../../gateways/wecom/calls/add-group-way.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { notConnected } from '../external-contacts/connection.ts'
import { checkVillage } from '../residents/check-village.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

/**
 * Makes a code by which residents join the first of these groups that has room. Printed codes go on working. WeCom is
 * asked inside the transaction that holds the request's key: a second tap waits for the first one's code and gets that.
 */
export async function makeGroupDoor(
  tx: Tx,
  api: Api | null,
  actor: Actor,
  door: NewGroupDoor,
): Promise<{ id: string; qrUrl: string }> {
  await checkVillage(tx, door.villageId)
  const { rows } = await tx.client.query(
    `select chat_id from chat_groups where station_id = $1 and id = any($2::uuid[]) and chat_id is not null and dismissed_at is null`,
    [tx.stationId, door.groupIds],
  )
  if (rows.length < door.groupIds.length) throw invalid('选的群里有已经解散或不在企业微信里的，请重选。')
  if (!api) throw new AppError('unavailable', notConnected)
  const id = newId()
  const chatIds = rows.map((row) => row.chat_id as string)
  const given = { chatIds, remark: door.label, state: `group-${id.slice(-12)}` }
  const made = await addGroupWay(api, given).catch((error) => {
    if (error instanceof ApiError) throw new AppError('unavailable', error.message)
    throw error
  })
  await tx.client.query(
    `insert into chat_group_doors (station_id, id, village_id, label, group_ids, config_id, qr_url, made_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      tx.stationId,
      id,
      door.villageId,
      door.label.trim(),
      door.groupIds,
      made.configId,
      made.qrCode,
      actor.id,
    ],
  )
  await writeEvents(tx, actor, [
    {
      name: 'chat_group.door_made',
      subject: { kind: 'chat_group', id: door.groupIds[0]! },
      villageId: door.villageId,
    },
  ])
  return { id, qrUrl: made.qrCode }
}

/** The codes of the groups she may see. */
export async function listGroupDoors(tx: Tx, session: OfficerSession): Promise<{ items: GroupDoor[] }> {
  const { rows } = await tx.client.query(
    `select d.id, d.label, d.village_id, d.qr_url, d.made_at, (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name,
        'members', g.member_count) order by array_position(d.group_ids, g.id)), '[]') from chat_groups g
        where g.station_id = $1 and g.id = any(d.group_ids) and ${inScope('g.village_id', 2)}) as groups
     from chat_group_doors d where d.station_id = $1 and ${inScope('d.village_id', 2)} order by d.made_at desc limit 200`,
    [tx.stationId, villageScope(session)],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      villageId: row.village_id,
      groups: row.groups,
      qrUrl: row.qr_url,
      madeAt: row.made_at.toISOString(),
    })),
  }
}
