import type { GroupRumours } from '../../../contract/rumours.ts'
import type { AnswerState } from '../../../contract/vocabulary.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { findVisibleGroup } from '../groups/find-group.ts'
import { officerNames } from '../officers/views.ts'
import { villageScope } from '../residents/visibility.ts'
import { askedSince, newestCorrection, stateIn } from './read-asking.ts'
import { groupStanding, inVillages, rumourRows } from './rumour-rows.ts'

const most = 20

/** What is wrong there, and who waits, comes first; what is done, last. */
const order = ['to_correct', 'waiting', 'behind', null, 'answered'] as const

/**
 * Beside a group: what may be said there of each open rumour of its village, and where the group stands. One that is over
 * is shown only while the group still needs something.
 */
export async function listForGroup(tx: Tx, session: OfficerSession, groupId: string): Promise<GroupRumours> {
  const group = await findVisibleGroup(tx, session, groupId)
  const { rows } = await tx.client.query(
    `select x.*, rg.group_id is not null as listed, b.body, k.version as correction, k.corrects_version,
       q.since is not null and h.at is not null as asks_again, s.asked_at, l.version as last_version, l.answered_by as last_by,
       l.answered_at as last_at, array(select a.version from rumour_group_answers a where a.station_id = $1
         and a.rumour_id = x.id and a.group_id = $3) as had
     from (${rumourRows} and ${inVillages(2)}) x
     left join rumour_groups rg on rg.station_id = $1 and rg.rumour_id = x.id and rg.group_id = $3
     ${groupStanding}
     ${askedSince}
     left join lateral (select a.version, a.answered_by, a.answered_at from rumour_group_answers a
       where a.station_id = $1 and a.rumour_id = x.id and a.group_id = $3 order by a.answered_at desc limit 1) l on true
     left join rumour_replies b on b.station_id = $1 and b.rumour_id = x.id and b.version = x.current_version
     ${newestCorrection}
     where rg.group_id is not null
       or (x.stage <> 'ended' and (x.village_ids is null or $4::uuid is null or $4::text = any(x.village_ids)))
     order by x.recorded_at desc`,
    [tx.stationId, villageScope(session), groupId, group.villageId],
  )
  const names = await officerNames(
    tx,
    rows.flatMap((row) => row.last_by ?? []),
  )
  const items = rows.map((row) => {
    const correction = row.correction ? { version: row.correction, corrects: row.corrects_version } : null
    const stateOf = stateIn({ currentVersion: row.current_version }, correction)
    const state: AnswerState | null = row.listed ? stateOf(row.had, row.asks_again) : null
    return {
      id: row.id as string,
      words: row.words as string,
      stage: row.stage,
      reply: row.body ? { version: row.current_version as number, body: row.body as string } : null,
      pendingVersion: row.pending_version as number | null,
      state,
      askedAt: row.asked_at?.toISOString() ?? null,
      last: row.last_by
        ? {
            version: row.last_version as number,
            by: { id: row.last_by as string, name: names.get(row.last_by) ?? '' },
            at: row.last_at.toISOString(),
          }
        : null,
    }
  })
  return {
    items: items
      .filter(({ stage, state }) => stage !== 'ended' || state !== 'answered')
      .sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
      .slice(0, most),
  }
}
