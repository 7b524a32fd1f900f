import type { Tx } from '../../../platform/tenancy.ts'

/** Tables a merge may change rows of. Written into statements, so nothing else may get here. */
export type MovedTable =
  | 'residents'
  | 'contacts'
  | 'household_members'
  | 'resident_absences'
  | 'resident_phones'
  | 'resident_relations'
  | 'resident_consents'
  | 'case_people'

type Columns = Record<string, unknown>

/** What a merge did to rows, in order: what stood in the touched columns before and after. */
export type Journal = { table: MovedTable; id: string; before: Columns; after: Columns }[]

/** A telephone or answer that a merge wrote; it is ended, not deleted, when the merge is undone. */
export type Added = { table: 'resident_phones' | 'resident_consents'; id: string }

const object = (columns: string[], of: string) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${of}.${column}`).join(', ')})`

/**
 * Sets columns of rows and notes how they were. `watched` columns are noted though not changed: when they have moved on
 * since, the merge cannot be undone.
 */
export async function changeRows(
  tx: Tx,
  journal: Journal,
  table: MovedTable,
  ids: readonly string[],
  set: Columns,
  watched: string[] = [],
): Promise<void> {
  const names = Object.keys(set)
  if (ids.length === 0 || names.length === 0) return
  const noted = [...names, ...watched]
  const { rows } = await tx.client.query(
    `with old as materialized (
       select t.id, ${object(noted, 't')} as row from ${table} t
       where t.station_id = $1 and t.id = any($2::uuid[]) order by t.id for update
     ) update ${table} t set (${names.join(', ')}) =
         (select ${names.join(', ')} from jsonb_populate_record(null::${table}, $3::jsonb))
       from old where t.station_id = $1 and t.id = old.id
       returning t.id, old.row as before, ${object(noted, 't')} as after`,
    [tx.stationId, ids, JSON.stringify(set)],
  )
  for (const { id, before, after } of rows) journal.push({ table, id, before, after })
}

/**
 * Brings rows back to how they were before a merge, the last change first. Returns the tables and columns that somebody
 * has changed since, and then has changed nothing that counts: the caller throws.
 */
export async function putBack(tx: Tx, journal: Journal): Promise<{ table: MovedTable; column: string }[]> {
  const moved: { table: MovedTable; column: string }[] = []
  for (const { table, id, before, after } of journal.toReversed()) {
    const names = Object.keys(after)
    const differ = names.map((name) => `case when t.${name} is distinct from r.${name} then '${name}' end`)
    const { rows } = await tx.client.query(
      `select array_remove(array[${differ.join(', ')}], null) as differ
       from ${table} t, jsonb_populate_record(null::${table}, $3::jsonb) r
       where t.station_id = $1 and t.id = $2 for update of t`,
      [tx.stationId, id, JSON.stringify(after)],
    )
    const changed: string[] = rows[0]?.differ ?? names
    if (changed.length > 0) {
      moved.push(...changed.map((column) => ({ table, column })))
      continue
    }
    await tx.client.query(
      `update ${table} t set (${names.join(', ')}) =
         (select ${names.join(', ')} from jsonb_populate_record(null::${table}, $3::jsonb))
       where t.station_id = $1 and t.id = $2`,
      [tx.stationId, id, JSON.stringify(before)],
    )
  }
  return moved
}
