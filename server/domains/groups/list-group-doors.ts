import type { GroupDoor } from '../../../contract/groups.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { doorAnswer, doorColumns } from '../external-contacts/door-answer.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

/** The codes of the groups she may see. */
export async function listGroupDoors(tx: Tx, session: OfficerSession): Promise<{ items: GroupDoor[] }> {
  const { rows } = await tx.client.query(
    `select d.id, d.label, d.village_id, ${doorColumns}, (select coalesce(json_agg(json_build_object('id', g.id, 'name', g.name,
        'members', g.member_count) order by array_position(d.group_ids, g.id)), '[]') from chat_groups g
        where g.station_id = $1 and g.id = any(d.group_ids) and ${inScope('g.village_id', 2)}) as groups
     from chat_group_doors d where d.station_id = $1 and d.refusal is null and ${inScope('d.village_id', 2)}
     order by coalesce(d.made_at, d.asked_at) desc limit 200`,
    [tx.stationId, villageScope(session)],
  )
  return {
    items: rows.map((row) => ({
      id: row.id,
      label: row.label,
      villageId: row.village_id,
      groups: row.groups,
      ...doorAnswer(row),
    })),
  }
}
