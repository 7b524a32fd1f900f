import type { AudienceOptions } from '../../../contract/broadcasts.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { villageScope } from '../residents/visibility.ts'

/** What an audience can be chosen by, of this officer's villages: chats, 组, tags, needs, languages. Nobody's name. */
export async function listOptions(tx: Tx, session: OfficerSession): Promise<AudienceOptions> {
  const values = [tx.stationId, villageScope(session)]
  const groups = await tx.client.query(
    `select g.id, g.name, g.village_id as "villageId", g.member_count as members from chat_groups g
     left join villages v on v.station_id = $1 and v.id = g.village_id
     where g.station_id = $1 and g.dismissed_at is null and ($2::uuid[] is null or g.village_id = any($2))
     order by v.position nulls last, g.name, g.id limit 2000`,
    values,
  )
  const villageGroups = await tx.client.query(
    `select h.village_id as "villageId", h.village_group as name, count(*)::int as households from households h
     where h.station_id = $1 and h.village_group <> '' and h.resident_until_on is null and ($2::uuid[] is null or h.village_id = any($2))
     group by 1, 2 order by 1, length(h.village_group), 2 limit 1000`,
    values,
  )
  const tags = await tx.client.query(
    'select tag_id as id, name, group_name as "groupName" from contact_tags where station_id = $1 order by group_name, name, tag_id limit 1000',
    [tx.stationId],
  )
  const words = async (column: 'needs' | 'languages') => {
    const { rows } = await tx.client.query(
      `select x.name, count(*)::int as people from residents r cross join unnest(r.${column}) as x(name)
       left join households h on h.station_id = $1 and h.id = r.household_id
       where r.station_id = $1 and cardinality(r.${column}) > 0 and ($2::uuid[] is null or h.village_id = any($2))
       group by 1 order by 2 desc, 1 limit 50`,
      values,
    )
    return rows
  }
  return {
    groups: groups.rows,
    villageGroups: villageGroups.rows,
    tags: tags.rows,
    needs: await words('needs'),
    languages: await words('languages'),
  }
}
