import { writeEvents } from '../../../platform/events/write-events.ts'
import { failpoint } from '../../../platform/failpoint.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { PlannedPhone, PlannedRelation, PlannedRow } from './plan.ts'
import { relatedBeside } from './related-beside.ts'
import { type ImportRecord, lockImport } from './store.ts'
import { writePhones, writeRelations } from './write-further.ts'
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
  const phones = await writePhones(tx, written, found.startedBy)
  const relations = await writeRelations(tx, written, found.startedBy)
  failpoint('register-import')
  const done = new Set(written.map(({ row }) => row))
  const skipped = planned.filter(({ row }) => !done.has(row)).map(({ row }) => row)
  if (skipped.length > 0)
    await tx.client.query(
      `update register_import_rows set result = 'skipped', why = $4, plan = null where station_id = $1 and import_id = $2 and row = any ($3::int[])`,
      [tx.stationId, id, skipped, meanwhile],
    )
  await tell(tx, found, { written, phones, relations })
  const last = rows.length < rowsAtOnce
  await countWritten(tx, found, {
    ...{ rows: rows.length, lastRow: rows.at(-1)?.row, skipped: skipped.length, last },
    ...{ written, phones, relations },
  })
  return !last
}

type Written = { written: PlannedRow[]; phones: PlannedPhone[]; relations: PlannedRelation[] }

async function tell(
  tx: Tx,
  { id, startedBy }: ImportRecord,
  { written, phones, relations }: Written,
): Promise<void> {
  const done = new Set([...phones, ...relations].map((each) => each.id))
  const idsOf = (all: { id: string }[] = []) => {
    const ids = all.map((each) => each.id).filter((each) => done.has(each))
    return ids.length > 0 ? ids : undefined
  }
  const named = (residentId: string) => ({
    name: 'resident.imported' as const,
    subject: { kind: 'resident' as const, id: residentId },
  })
  await writeEvents(tx, { kind: 'officer', id: startedBy }, [
    ...written.map(({ row, plan }) => ({
      ...named(plan.residentId),
      villageId: plan.villageId,
      data: {
        ...{ importId: id, row, new: plan.isNew, householdId: plan.joins?.householdId },
        ...{ phoneIds: idsOf(plan.phones), relationIds: idsOf(plan.relations) },
      },
    })),
    ...relatedBeside(written, relations).map(({ residentId, villageId, row, relationIds }) => ({
      ...named(residentId),
      villageId,
      data: { importId: id, row, new: false, relationIds },
    })),
  ])
}

async function countWritten(
  tx: Tx,
  found: ImportRecord,
  batch: Written & { rows: number; lastRow: number | undefined; skipped: number; last: boolean },
): Promise<void> {
  const { id, furtherWritten } = found
  const counts = { ...found.written }
  const add = (key: string, count: number) => {
    if (count > 0) counts[key] = (counts[key] ?? 0) + count
  }
  add('new', batch.written.filter(({ plan }) => plan.isNew).length)
  add('changed', batch.written.filter(({ plan }) => !plan.isNew).length)
  add('skipped', batch.skipped)
  const further = {
    phones: (furtherWritten['phones'] ?? 0) + batch.phones.length,
    relations: (furtherWritten['relations'] ?? 0) + batch.relations.length,
  }
  await tx.client.query(
    `update register_imports set written_row = $3, rows_done = rows_done + $4, written = $5, further_written = $7,
       state = case when $6 then 'done' else state end, finished_at = case when $6 then clock_timestamp() end
     where station_id = $1 and id = $2`,
    [tx.stationId, id, batch.lastRow ?? found.writtenRow, batch.rows, counts, batch.last, further],
  )
  if (batch.last)
    await writeEvents(tx, { kind: 'system', id: null }, [
      {
        name: 'register_import.finished',
        subject: { kind: 'register_import', id },
        data: { ...counts, ...further },
      },
    ])
}
