import type { HouseholdChange } from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { villageScope } from '../visibility.ts'
import { otherHousehold } from './other-household.ts'

/**
 * A household's history, newest first: what was done with it, and who came and went otherwise (recorded with the
 * person, imported, or done at another household). What was only a slip of recording, ended as it began, is left out.
 */
export async function readHistory(tx: Tx, session: OfficerSession, id: string): Promise<HouseholdChange[]> {
  const { rows } = await tx.client.query(
    `with lines as (
       select c.kind, c.happened_on as on, c.resident_id, c.other_household_id, null::text as how, c.case_id, c.note, c.recorded_by,
         c.recorded_at, case when c.before ? 'twinOf' then c.before ->> 'twinOf' when c.before ? 'opened' then c.id::text end as change_id, c.undone_at
       from household_changes c where c.station_id = $1 and c.household_id = $2
       union all
       select case m.tie when 'registered' then 'registered' when 'lives' then case m.began_how when 'born' then 'born'
           when 'married_in' then 'married_in' else 'moved_in' end end, m.began_on, m.resident_id, null, m.began_how, null, '',
         m.recorded_by, m.recorded_at, null, null
       from household_members m where m.station_id = $1 and m.household_id = $2
         and (m.ended_on is null or m.ended_on > m.began_on or m.ended_how <> 'corrected') and ${notOurs('m.began_change_id')}
       union all
       select case when m.tie = 'registered' then 'unregistered' when m.ended_how = 'died' then 'died'
           when m.ended_how = 'married_out' then 'married_out' else 'left' end, m.ended_on, m.resident_id, null, m.ended_how, null, '',
         m.ended_by, m.ended_recorded_at, null, null
       from household_members m where m.station_id = $1 and m.household_id = $2 and m.ended_on is not null
         and (m.ended_on > m.began_on or m.ended_how <> 'corrected') and ${notOurs('m.ended_change_id')}
     )
     select l.*, r.name, b.name as by_name, ${otherHousehold('o', 'ov', 3)} as other from lines l
     left join residents r on r.station_id = $1 and r.id = l.resident_id
     left join officers b on b.station_id = $1 and b.id = l.recorded_by
     left join households o on o.station_id = $1 and o.id = l.other_household_id
     left join villages ov on ov.station_id = $1 and ov.id = o.village_id
     order by l.on desc, l.recorded_at desc, l.change_id desc nulls last, l.resident_id limit 200`,
    [tx.stationId, id, villageScope(session)],
  )
  return rows.map((row) => ({
    kind: row.kind,
    on: row.on,
    person: row.resident_id && { id: row.resident_id, name: row.name },
    other: row.other,
    how: row.how,
    caseId: row.case_id,
    note: row.note,
    byName: row.by_name,
    recordedAt: row.recorded_at?.toISOString() ?? null,
    changeId: row.change_id,
    undoneAt: row.undone_at?.toISOString() ?? null,
  }))
}

/** What a change of this household, or of its other side, has done is told by that change. */
const notOurs = (
  change: string,
) => `not exists (select from household_changes c where c.station_id = $1 and c.id = ${change}
  and (c.household_id = $2 or c.other_household_id = $2))`
