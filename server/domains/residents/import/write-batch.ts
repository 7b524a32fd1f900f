import { writeEvents } from '../../../platform/events/write-events.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { PlannedRow } from './plan.ts'
import { lockImport } from './store.ts'
import { writeHouseholds } from './write-households.ts'
import { writePeople } from './write-people.ts'

const rowsAtOnce = 2000
const meanwhile = '试读以后这里被改过，没有写。请再传一次这一行。'

/**
 * Writes the next rows into the register and moves the cursor in the same commit; true while there are more. Whatever
 * was changed since the rows were compared is left as it is, and its row says so.
 */
export async function writeBatch(tx: Tx, id: string): Promise<boolean> {
  const found = await lockImport(tx, id)
  if (found.state !== 'importing') return false
  const { rows } = await tx.client.query(
    `select row, result, plan -> 'plan' as plan from register_import_rows
     where station_id = $1 and import_id = $2 and row > $3 order by row limit $4`,
    [tx.stationId, id, found.writtenRow, rowsAtOnce],
  )
  const planned = (rows as PlannedRow[]).filter(({ plan }) => plan !== null)
  const left = await writeHouseholds(tx, planned)
  const written = await writePeople(tx, left, found.startedBy)
  failpoint('register-import')
  const done = new Set(written.map(({ row }) => row))
  const skipped = planned.filter(({ row }) => !done.has(row)).map(({ row }) => row)
  if (skipped.length > 0)
    await tx.client.query(
      `update register_import_rows set result = 'skipped', why = $4, plan = null where station_id = $1 and import_id = $2 and row = any ($3::int[])`,
      [tx.stationId, id, skipped, meanwhile],
    )
  await writeEvents(
    tx,
    { kind: 'officer', id: found.startedBy },
    written.map(({ row, plan }) => ({
      name: 'resident.imported' as const,
      subject: { kind: 'resident', id: plan.residentId },
      villageId: plan.villageId,
      data: { importId: id, row, new: plan.isNew, householdId: plan.joins?.householdId },
    })),
  )
  const last = rows.length < rowsAtOnce
  await countWritten(tx, id, found, {
    rows: rows.length,
    lastRow: rows.at(-1)?.row,
    written,
    skipped: skipped.length,
    last,
  })
  return !last
}

async function countWritten(
  tx: Tx,
  id: string,
  found: { writtenRow: number; written: Record<string, number> },
  batch: { rows: number; lastRow: number | undefined; written: PlannedRow[]; skipped: number; last: boolean },
): Promise<void> {
  const counts = { ...found.written }
  const add = (key: string, count: number) => {
    if (count > 0) counts[key] = (counts[key] ?? 0) + count
  }
  add('new', batch.written.filter(({ plan }) => plan.isNew).length)
  add('changed', batch.written.filter(({ plan }) => !plan.isNew).length)
  add('skipped', batch.skipped)
  await tx.client.query(
    `update register_imports set written_row = $3, rows_done = rows_done + $4, written = $5,
       state = case when $6 then 'done' else state end, finished_at = case when $6 then clock_timestamp() end
     where station_id = $1 and id = $2`,
    [tx.stationId, id, batch.lastRow ?? found.writtenRow, batch.rows, counts, batch.last],
  )
  if (batch.last)
    await writeEvents(tx, { kind: 'system', id: null }, [
      { name: 'register_import.finished', subject: { kind: 'register_import', id }, data: counts },
    ])
}
