import type { GroupMember } from '../../gateways/wecom/calls/get-group.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type Moved = {
  joined: number
  gone: number
  staffJoined: string[]
  staffGone: string[]
  staff: string[]
}

/** Makes the members of a group what the server says, and tells who moved: of residents only how many. */
export async function moveMembers(tx: Tx, groupId: string, members: GroupMember[]): Promise<Moved> {
  const now = [...new Map(members.filter(({ id }) => id).map((member) => [member.id, member])).values()]
  const { rows } = await tx.client.query({
    name: 'move-group-members',
    text: `with given as (
        select * from json_to_recordset($3) as g(id text, staff boolean, joined timestamptz, scene int)
      ), gone as (
        delete from chat_group_members m where m.station_id = $1 and m.group_id = $2
          and not exists (select from given g where g.id = m.member_id) returning member_id, is_staff
      ), come as (
        insert into chat_group_members (station_id, group_id, member_id, is_staff, joined_at, join_scene)
        select $1, $2, id, staff, joined, scene from given on conflict do nothing returning member_id, is_staff
      ), moved as (
        update chat_groups set changed_at = clock_timestamp() where station_id = $1 and id = $2
          and (exists (select from gone) or exists (select from come))
      ) select 'gone' as how, member_id, is_staff from gone union all select 'come', member_id, is_staff from come`,
    values: [
      tx.stationId,
      groupId,
      JSON.stringify(
        now.map(({ id, isMember, joinedAt, joinScene }) => ({
          id,
          staff: isMember,
          joined: new Date((joinedAt ?? Math.floor(Date.now() / 1000)) * 1000),
          scene: joinScene ?? null,
        })),
      ),
    ],
  })
  const staff = (how: string) =>
    rows.filter((row) => row.how === how && row.is_staff).map((row) => row.member_id as string)
  const count = (how: string) => rows.filter((row) => row.how === how).length
  const [staffJoined, staffGone] = [staff('come'), staff('gone')]
  return { joined: count('come'), gone: count('gone'), staffJoined, staffGone, staff: staffJoined }
}
