import type { StationHome } from '../../../contract/statistics.ts'
import type { Tx } from '../../platform/tenancy.ts'

const shown = 10

/** What is on this officer's own desk: emergencies first, then who has waited longest, then what is due. */
export async function readMyWork(tx: Tx, officerId: string): Promise<StationHome['mine']> {
  const { rows } = await tx.client.query({
    name: 'my-work',
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
           order by 6 desc, 8 desc, 7`,
    values: [tx.stationId, officerId],
  })
  const count = (kind: string) => rows.filter((row) => row.kind === kind).length
  return {
    conversations: count('conversation'),
    waiting: rows.filter((row) => row.waiting).length,
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
