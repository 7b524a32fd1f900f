import { conflict } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { PlannedRow } from './plan.ts'

const changedSince = (count: number) => conflict(`导入的人里有 ${count} 位后来改过，不能整份撤销。请逐个改。`)

/** What stood there before stands there again; refused where something is no longer as the import left it. */
export async function undoChanges(tx: Tx, rows: PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  await endJoins(tx, rows)
  await tx.client.query(
    'delete from resident_absences where station_id = $1 and id = any ($2::uuid[]) and back_on is null',
    [tx.stationId, rows.flatMap(({ plan }) => (plan.away ? [plan.away.id] : []))],
  )
  await tx.client.query(
    `update household_members m set head = false from unnest($2::uuid[], $3::uuid[]) as n(resident_id, household_id)
     where m.station_id = $1 and m.resident_id = n.resident_id and m.household_id = n.household_id and m.tie = 'lives' and m.ended_on is null`,
    [
      tx.stationId,
      rows.filter(({ plan }) => plan.heads).map(({ plan }) => plan.residentId),
      rows.filter(({ plan }) => plan.heads).map(({ plan }) => plan.heads),
    ],
  )
  const { rowCount } = await tx.client.query(
    `update residents r set
       phone = coalesce(p.plan #>> '{before,phone}', r.phone),
       born_on = case when p.plan -> 'before' ? 'bornOn' then (p.plan #>> '{before,bornOn}')::date else r.born_on end,
       note = coalesce(p.plan #>> '{before,note}', r.note),
       nicknames = case when p.plan -> 'before' ? 'nicknames' then array(select jsonb_array_elements_text(p.plan #> '{before,nicknames}')) else r.nicknames end,
       household_id = case when jsonb_typeof(p.plan -> 'joins') = 'object' then (p.plan #>> '{joins,from}')::uuid else r.household_id end,
       updated_at = now()
     from unnest($2::uuid[], $3::jsonb[]) as p(id, plan)
     where r.station_id = $1 and r.id = p.id and r.merged_into_id is null
       and coalesce(p.plan #>> '{set,phone}', r.phone) = r.phone and coalesce(p.plan #>> '{set,note}', r.note) = r.note
       and coalesce((p.plan #>> '{set,bornOn}')::date, r.born_on) is not distinct from r.born_on
       and coalesce(p.plan #> '{set,nicknames}', to_jsonb(r.nicknames)) = to_jsonb(r.nicknames)
       and coalesce((p.plan #>> '{joins,householdId}')::uuid, r.household_id) is not distinct from r.household_id`,
    [tx.stationId, rows.map(({ plan }) => plan.residentId), rows.map(({ plan }) => JSON.stringify(plan))],
  )
  if (rowCount !== rows.length) throw changedSince(rows.length - rowCount!)
}

/** The home she was moved into by the import ends, the one before goes on. */
async function endJoins(tx: Tx, rows: PlannedRow[]): Promise<void> {
  const joins = rows.flatMap(({ plan }) => (plan.joins ? [plan] : []))
  if (joins.length === 0) return
  const { rowCount } = await tx.client.query(
    `delete from household_members where station_id = $1 and id = any ($2::uuid[]) and ended_on is null`,
    [tx.stationId, joins.map(({ joins }) => joins!.memberId)],
  )
  if (rowCount !== joins.length) throw changedSince(joins.length - rowCount!)
  await tx.client.query(
    `update household_members m set ended_on = null, ended_how = null, ended_by = null, ended_recorded_at = null
     from (select distinct on (o.resident_id) o.id from household_members o
           join unnest($2::uuid[], $3::uuid[]) as n(resident_id, household_id) on n.resident_id = o.resident_id and n.household_id = o.household_id
           where o.station_id = $1 and o.tie = 'lives' and o.ended_on is not null
           order by o.resident_id, o.ended_recorded_at desc) as last
     where m.station_id = $1 and m.id = last.id`,
    [
      tx.stationId,
      joins.filter(({ joins }) => joins!.from).map(({ residentId }) => residentId),
      joins.filter(({ joins }) => joins!.from).map(({ joins }) => joins!.from),
    ],
  )
}

/** Who came with the import goes again, when she is as it wrote her and nothing hangs on her. */
export async function undoNewPeople(tx: Tx, rows: PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  const ids = rows.map(({ plan }) => plan.residentId)
  await tx.client.query(
    'delete from resident_absences where station_id = $1 and id = any ($2::uuid[]) and back_on is null',
    [tx.stationId, rows.flatMap(({ plan }) => (plan.away ? [plan.away.id] : []))],
  )
  await tx.client.query(
    'delete from household_members where station_id = $1 and id = any ($2::uuid[]) and ended_on is null',
    [tx.stationId, rows.map(({ plan }) => plan.joins!.memberId)],
  )
  const { rowCount } = await tx.client.query(
    `delete from residents r using unnest($2::uuid[], $3::jsonb[]) as p(id, plan)
     where r.station_id = $1 and r.id = p.id and r.merged_into_id is null and r.died_on is null
       and r.name = p.plan ->> 'name' and r.phone = p.plan #>> '{set,phone}' and r.note = p.plan #>> '{set,note}'
       and r.born_on is not distinct from (p.plan #>> '{set,bornOn}')::date and to_jsonb(r.nicknames) = p.plan #> '{set,nicknames}'
       and r.household_id = (p.plan #>> '{joins,householdId}')::uuid`,
    [tx.stationId, ids, rows.map(({ plan }) => JSON.stringify(plan))],
  )
  if (rowCount !== rows.length) throw changedSince(rows.length - rowCount!)
}

/** Households the import founded, in which nobody else has come to live. */
export async function undoFounding(tx: Tx, rows: PlannedRow[]): Promise<void> {
  const founded = [...new Set(rows.flatMap(({ plan }) => (plan.founds ? [plan.founds.id] : [])))]
  await tx.client.query('delete from households where station_id = $1 and id = any ($2::uuid[])', [
    tx.stationId,
    founded,
  ])
}
