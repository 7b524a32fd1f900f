import type { Village } from '../../../contract/officers.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type VillageSuggestion = { villageId: string; reason: 'name' | 'members' }

/** Most of those whose village is known have to be of one before it is suggested. */
const enoughMembers = 3
const enoughShare = 0.6

/** Which village a group may be of: by its name, else by where most of its members live. A person confirms. */
export async function suggestVillages(
  tx: Tx,
  villages: Village[],
  groups: { id: string; name: string }[],
): Promise<Map<string, VillageSuggestion>> {
  const found = new Map<string, VillageSuggestion>()
  for (const { id, name } of groups) {
    const named = villages.filter((village) =>
      [village.name, ...village.aliases].some((word) => name.includes(word)),
    )
    if (named.length === 1) found.set(id, { villageId: named[0]!.id, reason: 'name' })
  }
  const rest = groups.filter(({ id }) => !found.has(id)).map(({ id }) => id)
  if (rest.length === 0) return found
  const { rows } = await tx.client.query({
    name: 'villages-of-group-members',
    text: `select m.group_id, c.village_id, count(*)::int as n, sum(count(*)) over (partition by m.group_id)::int as known
      from chat_group_members m
      join external_people p on p.station_id = $1 and p.external_userid = m.member_id
      join contacts c on c.station_id = $1 and c.id = p.contact_id and c.village_id is not null
      where m.station_id = $1 and m.group_id = any($2::uuid[]) group by m.group_id, c.village_id`,
    values: [tx.stationId, rest],
  })
  for (const row of rows)
    if (row.n >= enoughMembers && row.n / row.known >= enoughShare)
      found.set(row.group_id, { villageId: row.village_id, reason: 'members' })
  return found
}
