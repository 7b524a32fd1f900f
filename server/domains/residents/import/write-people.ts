import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { initialsOf } from '../name-initials.ts'
import type { PersonFields, PlannedRow } from './plan.ts'

/** Writes the people of the rows, where they live, who heads the household and who is away. Returns the rows written. */
export async function writePeople(
  tx: Tx,
  rows: PlannedRow[],
  officerId: string | null,
): Promise<PlannedRow[]> {
  const fresh = await insertPeople(
    tx,
    rows.filter(({ plan }) => plan.isNew),
  )
  const changed = await changePeople(
    tx,
    rows.filter(({ plan }) => !plan.isNew),
  )
  const written = [...fresh, ...changed]
  await moveHome(tx, written, officerId)
  await nameHeads(tx, written)
  await noteAway(tx, written, officerId)
  return written
}

/** Not whoever was recorded in the household by the same name since the rows were compared. */
async function insertPeople(tx: Tx, rows: PlannedRow[]): Promise<PlannedRow[]> {
  if (rows.length === 0) return []
  const { rows: inserted } = await tx.client.query({
    name: 'import-new-residents',
    text: `insert into residents (station_id, id, household_id, name, name_initials, phone, born_on, note, nicknames, updated_at)
           select $1, n.id, n.household_id, n.name, n.initials, n.phone, n.born_on, n.note, array(select jsonb_array_elements_text(n.nicknames)), now()
           from unnest($2::uuid[], $3::uuid[], $4::text[], $5::text[], $6::text[], $7::date[], $8::text[], $9::jsonb[])
             as n(id, household_id, name, initials, phone, born_on, note, nicknames)
           where not exists (select from residents r where r.station_id = $1 and r.household_id = n.household_id and r.name = n.name
             and (r.born_on is null or n.born_on is null or r.born_on = n.born_on))
           on conflict (station_id, id) do nothing returning id`,
    values: [
      tx.stationId,
      rows.map(({ plan }) => plan.residentId),
      rows.map(({ plan }) => plan.joins!.householdId),
      rows.map(({ plan }) => plan.name),
      rows.map(({ plan }) => initialsOf(plan.name)),
      ...fields(rows.map(({ plan }) => plan.set)),
    ],
  })
  return only(rows, inserted)
}

/** Only whoever still is as she was compared. */
async function changePeople(tx: Tx, rows: PlannedRow[]): Promise<PlannedRow[]> {
  if (rows.length === 0) return []
  const { rows: changed } = await tx.client.query({
    name: 'import-changed-residents',
    text: `update residents r set phone = coalesce(n.phone, r.phone), born_on = coalesce(n.born_on, r.born_on),
             note = coalesce(n.note, r.note), household_id = coalesce(n.household_id, r.household_id), updated_at = now(),
             nicknames = case when n.nicknames is null then r.nicknames else array(select jsonb_array_elements_text(n.nicknames)) end
           from unnest($2::uuid[], $3::text[], $4::date[], $5::text[], $6::jsonb[], $7::uuid[], $8::text[], $9::date[], $10::text[],
             $11::jsonb[], $12::uuid[], $13::bool[]) as n(id, phone, born_on, note, nicknames, household_id, was_phone, was_born_on, was_note,
             was_nicknames, was_household_id, had_born_on)
           where r.station_id = $1 and r.id = n.id and r.merged_into_id is null and r.died_on is null
             and (n.was_phone is null or regexp_replace(r.phone, '[ -]', '', 'g') = n.was_phone)
             and (not n.had_born_on or r.born_on is not distinct from n.was_born_on)
             and (n.was_note is null or r.note = n.was_note)
             and (n.was_nicknames is null or to_jsonb(r.nicknames) = n.was_nicknames)
             and (n.household_id is null or r.household_id is not distinct from n.was_household_id)
           returning r.id`,
    values: [
      tx.stationId,
      rows.map(({ plan }) => plan.residentId),
      ...fields(rows.map(({ plan }) => plan.set)),
      rows.map(({ plan }) => plan.joins?.householdId ?? null),
      ...fields(rows.map(({ plan }) => plan.before)),
      rows.map(({ plan }) => plan.joins?.from ?? null),
      rows.map(({ plan }) => 'bornOn' in plan.before),
    ],
  })
  return only(rows, changed)
}

/** phone, born on, note, nicknames: null for what stays. */
function fields(of: PersonFields[]): unknown[] {
  return [
    of.map(({ phone }) => phone ?? null),
    of.map(({ bornOn }) => bornOn ?? null),
    of.map(({ note }) => note ?? null),
    of.map(({ nicknames }) => (nicknames ? JSON.stringify(nicknames) : null)),
  ]
}

/** residents.household_id says the same already; both stand in this commit. */
async function moveHome(tx: Tx, rows: PlannedRow[], officerId: string | null): Promise<void> {
  const joining = rows.filter(({ plan }) => plan.joins)
  if (joining.length === 0) return
  const moved = joining.filter(({ plan }) => plan.joins!.from !== null).map(({ plan }) => plan.residentId)
  const today = stationDay(new Date())
  if (moved.length > 0)
    await tx.client.query(
      `update household_members set ended_on = greatest(began_on, $3::date), ended_how = 'moved_out', ended_by = $4, ended_recorded_at = clock_timestamp()
       where station_id = $1 and resident_id = any ($2::uuid[]) and tie = 'lives' and ended_on is null`,
      [tx.stationId, moved, today, officerId],
    )
  await tx.client.query({
    name: 'import-members',
    text: `insert into household_members (station_id, id, household_id, resident_id, tie, began_on, began_how, recorded_by)
           select $1, n.id, n.household_id, n.resident_id, 'lives', $2, 'imported', $3
           from unnest($4::uuid[], $5::uuid[], $6::uuid[]) as n(id, household_id, resident_id) on conflict (station_id, id) do nothing`,
    values: [
      ...[tx.stationId, today, officerId],
      joining.map(({ plan }) => plan.joins!.memberId),
      joining.map(({ plan }) => plan.joins!.householdId),
      joining.map(({ plan }) => plan.residentId),
    ],
  })
}

/** A household that has got a head meanwhile keeps her. */
async function nameHeads(tx: Tx, rows: PlannedRow[]): Promise<void> {
  const heads = rows.filter(({ plan }) => plan.heads)
  if (heads.length === 0) return
  await tx.client.query({
    name: 'import-heads',
    text: `update household_members m set head = true from unnest($2::uuid[], $3::uuid[]) as n(resident_id, household_id)
           where m.station_id = $1 and m.resident_id = n.resident_id and m.household_id = n.household_id and m.tie = 'lives' and m.ended_on is null
             and not exists (select from household_members o where o.station_id = $1 and o.household_id = n.household_id
               and o.head and o.tie = 'lives' and o.ended_on is null)`,
    values: [tx.stationId, heads.map(({ plan }) => plan.residentId), heads.map(({ plan }) => plan.heads)],
  })
}

async function noteAway(tx: Tx, rows: PlannedRow[], officerId: string | null): Promise<void> {
  const away = rows.filter(({ plan }) => plan.away)
  if (away.length === 0) return
  await tx.client.query({
    name: 'import-absences',
    text: `insert into resident_absences (station_id, id, resident_id, reason, place, left_on, recorded_by)
           select $1, n.id, n.resident_id, 'work', n.place, $2, $3 from unnest($4::uuid[], $5::uuid[], $6::text[]) as n(id, resident_id, place)
           on conflict do nothing`,
    values: [
      ...[tx.stationId, stationDay(new Date()), officerId],
      away.map(({ plan }) => plan.away!.id),
      away.map(({ plan }) => plan.residentId),
      away.map(({ plan }) => plan.away!.place),
    ],
  })
}

function only(rows: PlannedRow[], written: { id: string }[]): PlannedRow[] {
  const ids = new Set(written.map(({ id }) => id))
  return rows.filter(({ plan }) => ids.has(plan.residentId))
}
