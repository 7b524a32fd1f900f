import type { GroupAttendance } from '../../../contract/groups.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { membersOfOfficers } from '../officers/wecom/member-views.ts'
import { inScope, villageScope } from '../residents/visibility.ts'

/**
 * Which of the station's people (chief, officers, auxiliaries who are here) is missing from which group. Somebody
 * without a work account is missing from none: of her nothing is known.
 */
export async function readAttendance(tx: Tx, session: OfficerSession): Promise<GroupAttendance> {
  const { rows: people } = await tx.client.query({
    name: 'people-for-groups',
    text: `select o.id, o.name from active_officers o where o.station_id = $1 and o.role in ('chief', 'officer', 'auxiliary')
      order by o.role = 'chief' desc, o.role = 'officer' desc, o.id`,
    values: [tx.stationId],
  })
  const members = await membersOfOfficers(
    tx,
    people.map(({ id }) => id),
  )
  const { rows } = await tx.client.query({
    name: 'group-attendance',
    text: `select g.id, g.name, g.village_id, v.name as village_name, g.member_count, g.checked_at,
        array(select lower(m.member_id) from chat_group_members m where m.station_id = $1 and m.group_id = g.id and m.is_staff) as staff
      from chat_groups g left join villages v on v.station_id = $1 and v.id = g.village_id
      where g.station_id = $1 and g.dismissed_at is null and ${inScope('g.village_id', 2)} order by v.position nulls first, g.name, g.id`,
    values: [tx.stationId, villageScope(session)],
  })
  const groups = rows.map((row) => {
    const here = new Set<string>(row.staff)
    return {
      id: row.id as string,
      name: row.name as string,
      villageId: row.village_id as string | null,
      villageName: row.village_name as string | null,
      members: row.member_count as number,
      missing: people
        .filter(({ id }) => members.has(id) && !here.has(members.get(id)!.userId.toLowerCase()))
        .map(({ id }) => id as string),
    }
  })
  const checked = rows.map((row) => row.checked_at as Date | null).filter((at) => at !== null)
  return {
    officers: people.map(({ id, name }) => ({
      id,
      name,
      account: members.get(id)?.userId ?? null,
      missing: groups.filter(({ missing }) => missing.includes(id)).length,
    })),
    groups,
    checkedAt: checked.length > 0 ? new Date(Math.min(...checked.map(Number))).toISOString() : null,
  }
}
