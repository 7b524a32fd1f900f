import type { StationHome } from '../../../contract/statistics.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askerName, askerPhone } from '../cases/asker.ts'
import { visibleCases } from '../cases/visibility.ts'
import { handledConversations } from '../inbox/visibility.ts'

const shown = 10

/**
 * What is on this officer's own desk: emergencies first, then who has waited longest, then what is due. Who is to be rung
 * up is on the desk of everybody who may do it: a task of nobody's is a resident forgotten.
 */
export async function readMyWork(tx: Tx, session: OfficerSession): Promise<StationHome['mine']> {
  const { officerId } = session
  const handled = handledConversations(session, 3)
  const visible = session.scope === 'station' ? 'true' : visibleCases(3, 'n')
  const { rows } = await tx.client.query({
    name: `my-work-${session.scope}`,
    text: `select 'conversation' as kind, c.id, c.number, c.last_preview as title, c.village_id, c.emergency,
             coalesce(c.waiting_since, c.last_message_at) as at, c.waiting_since is not null as waiting
           from conversations c
           where c.station_id = $1 and c.assignee_id = $2 and c.closed_at is null and c.merged_into is null
           union all
           select 'case', k.id, k.number, k.title, k.village_id, k.emergency,
             coalesce((select min(l.due_at) from case_clocks l where l.station_id = $1 and l.case_id = k.id and l.stopped_at is null),
               k.opened_at), false
           from cases k where k.station_id = $1 and k.assignee_id = $2 and k.finished_at is null and k.merged_into is null
           union all
           select 'mention', m.conversation_id, c.number, c.last_preview, c.village_id, c.emergency, w.sent_at, false
           from mentions m
           join messages w on w.station_id = $1 and w.id = m.message_id
           join conversations c on c.station_id = $1 and c.id = m.conversation_id
           where m.station_id = $1 and m.officer_id = $2 and m.seen_at is null
           union all
           select 'phone_task', c.id, c.number, concat_ws('：', nullif(t.name, ''), p.words), c.village_id, c.emergency, p.asked_at, true
           from phone_tasks p
           join conversations c on c.station_id = $1 and c.id = p.conversation_id
           join contacts t on t.station_id = $1 and t.id = c.contact_id
           where p.station_id = $1 and p.done_at is null and ${handled.sql}
           union all
           select 'outcome_call', n.id, n.number, concat_ws('：', nullif(${askerName}, ''), o.words), n.village_id, n.emergency, y.asked_at, true
           from outcome_calls y
           join case_outcomes o on o.station_id = $1 and o.id = y.outcome_id
           join cases n on n.station_id = $1 and n.id = y.case_id
           where y.station_id = $1 and ${askerPhone} <> ''
             and not exists (select from outcome_call_ends e where e.station_id = $1 and e.call_id = y.id) and ${visible}
           order by 6 desc, 8 desc, 7`,
    values: [tx.stationId, officerId, ...handled.values],
  })
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  return {
    conversations: count('conversation'),
    waiting: rows.filter((row) => row.waiting && row.kind === 'conversation').length,
    cases: count('case'),
    mentions: count('mention'),
    items: rows.slice(0, shown).map((row) => ({
      kind: row.kind,
      id: row.id,
      number: row.number,
      title: row.title,
      villageId: row.village_id,
      emergency: row.emergency,
      at: row.at.toISOString(),
    })),
  }
}
