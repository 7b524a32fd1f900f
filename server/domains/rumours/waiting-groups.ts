import type { Tx } from '../../platform/tenancy.ts'
import { inScope } from '../residents/visibility.ts'
import { groupStanding, rumourRows } from './rumour-rows.ts'

export type WaitingGroup = {
  groupId: string
  villageId: string | null
  /** Who marked something there: she sits in it. */
  knownBy: string[]
}

/**
 * The groups of a rumour for which the newest reply is there and that do not have it: they ask, had an older one, or a
 * wrong one. Empty while nothing may go out. `villages`: only those groups an officer sees (null: all).
 */
export async function waitingGroups(
  tx: Tx,
  rumourId: string,
  villages: readonly string[] | null = null,
): Promise<WaitingGroup[]> {
  const { rows } = await tx.client.query({
    name: 'waiting-groups',
    text: `select rg.group_id as "groupId", g.village_id as "villageId",
        array(select a.answered_by::text from rumour_group_answers a
            where a.station_id = $1 and a.rumour_id = rg.rumour_id and a.group_id = rg.group_id
          union select z.asked_by::text from rumour_group_questions z where z.station_id = $1 and z.rumour_id = rg.rumour_id
            and z.group_id = rg.group_id and z.asked_by is not null) as "knownBy"
      from (${rumourRows} and u.id = $3) r
      join rumour_groups rg on rg.station_id = $1 and rg.rumour_id = r.id
      join chat_groups g on g.station_id = $1 and g.id = rg.group_id and g.dismissed_at is null
      ${groupStanding}
      where r.current_version is not null and (q.since is not null or h.version is null or h.version < r.current_version)
        and ${inScope('g.village_id', 2)} order by rg.group_id`,
    values: [tx.stationId, villages, rumourId],
  })
  return rows
}
