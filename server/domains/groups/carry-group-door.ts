import type { Api } from '../../gateways/wecom/api/api.ts'
import { addGroupWay, readGroupWay } from '../../gateways/wecom/calls/add-group-way.ts'
import type { Context } from '../../platform/context.ts'
import { AppError, invalid } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { inStation } from '../../platform/tenancy.ts'
import { carryDoor } from '../external-contacts/carry-door.ts'
import { notConnected } from '../external-contacts/connection.ts'

/**
 * Gets the code of a door of groups. WeCom has no list of these codes: where an earlier call was never answered, a code
 * may lie there that nobody has; the page says so, and another is made only when somebody taps for it.
 */
export function carryGroupDoor(
  context: Pick<Context, 'pool'>,
  api: Api | null,
  stationId: string,
  actor: Actor,
  id: string,
  why: 'mine' | 'again' | 'same',
): Promise<{ id: string; qrUrl: string }> {
  const groupsOf = () =>
    inStation(context.pool, stationId, async (tx) => {
      const { rows } = await tx.client.query(
        `select d.group_ids, (select array_agg(g.chat_id order by array_position(d.group_ids, g.id)) from chat_groups g
           where g.station_id = $1 and g.id = any(d.group_ids) and g.chat_id is not null and g.dismissed_at is null) as chats
         from chat_group_doors d where d.station_id = $1 and d.id = $2`,
        [tx.stationId, id],
      )
      return rows[0] as { group_ids: string[]; chats: string[] | null }
    })
  return carryDoor(
    context,
    stationId,
    actor,
    {
      table: 'chat_group_doors',
      path: 'externalcontact/groupchat/add_join_way',
      made: 'chat_group.door_made',
      unanswered: 'chat_group.door_unanswered',
      subjectOf: async () => ({ kind: 'chat_group', id: (await groupsOf()).group_ids[0]! }),
      isConnected: api !== null,
      async ask(door) {
        if (!api) throw new AppError('unavailable', notConnected)
        if (!door.configId) {
          const { chats } = await groupsOf()
          if (!chats) throw invalid('选的群都已经解散，请用别的群另做一个。')
          const given = { chatIds: chats, remark: door.label, state: `group-${id.slice(-12)}` }
          const configId = await addGroupWay(api, given)
          // Kept before the second call: whatever becomes of that, this code is known.
          await inStation(context.pool, stationId, (tx) =>
            tx.client.query('update chat_group_doors set config_id = $3 where station_id = $1 and id = $2', [
              tx.stationId,
              id,
              configId,
            ]),
          )
          door.configId = configId
        }
        return { configId: door.configId, qrCode: await readGroupWay(api, door.configId) }
      },
    },
    id,
    why,
  )
}
