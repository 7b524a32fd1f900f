import type { GroupSeed } from '../../../server/gateways/wecom/twin/seed/corporation-seed.ts'
import type { Tx } from '../../../server/platform/tenancy.ts'

/** The station's groups with all their members. */
export async function readGroups({ client, stationId }: Tx): Promise<GroupSeed[]> {
  const { rows: members } = await client.query(
    `select m.group_id, m.member_id, m.is_staff, m.joined_at, m.join_scene from chat_group_members m
     where m.station_id = $1 order by m.group_id, m.is_staff desc, m.joined_at, m.member_id`,
    [stationId],
  )
  const ofGroup = Map.groupBy(members, (row) => row.group_id as string)
  const { rows } = await client.query(
    `select id, chat_id, name, owner_account, member_version, created_at from chat_groups
     where station_id = $1 and chat_id is not null and dismissed_at is null order by created_at, id`,
    [stationId],
  )
  return rows.map((row) => ({
    chatId: row.chat_id,
    name: row.name,
    owner: row.owner_account,
    version: row.member_version,
    createdAt: row.created_at.getTime(),
    members: (ofGroup.get(row.id) ?? []).map((member) => ({
      userid: member.member_id,
      type: member.is_staff ? (1 as const) : (2 as const),
      joinedAt: member.joined_at.getTime(),
      joinScene: member.join_scene ?? 1,
    })),
  }))
}
