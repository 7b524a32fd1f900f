import type { Follow } from '../../../contract/external-contacts.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { officersOfAccounts } from './work-account-officers.ts'

/** What the work accounts have with these contacts, by contact; those that have them still come first. */
export async function readFollows(tx: Tx, contactIds: string[]): Promise<Map<string, Follow[]>> {
  const officers = await officersOfAccounts(tx)
  const { rows } = await tx.client.query({
    name: 'read-follows',
    text: `select w.*, coalesce(d.label, w.door) as door_label,
        array(select t.name from contact_tags t where t.station_id = $1 and t.tag_id = any(w.tag_ids) order by t.name) as tag_names
      from work_contacts w left join contact_doors d on d.station_id = $1 and d.state = w.door
      where w.station_id = $1 and w.contact_id = any($2::uuid[]) order by w.ended_at nulls first, w.followed_at, w.user_id`,
    values: [tx.stationId, contactIds],
  })
  const follows = Map.groupBy(rows, (row) => row.contact_id as string)
  return new Map(
    [...follows].map(([id, own]) => [id, own.map((row) => followOf(row, officers.get(row.user_id)?.name))]),
  )
}

// biome-ignore lint/suspicious/noExplicitAny: a row as the database gives it.
function followOf(row: any, officerName = null as string | null): Follow {
  return {
    account: row.user_id,
    officerName,
    remark: row.remark,
    description: row.description,
    mobiles: row.mobiles,
    tags: row.tag_names,
    door: row.door_label,
    addWay: row.add_way,
    followedAt: row.followed_at.toISOString(),
    half: row.half,
    leftAt: row.left_at?.toISOString() ?? null,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedHow: row.ended_how,
    welcomedAt: row.welcomed_at?.toISOString() ?? null,
    welcomeFail: row.welcome_fail,
  }
}
