import { setImmediate as breathe } from 'node:timers/promises'
import type { ImportField, RowDecision, RowResult } from '../../../../contract/register-imports.ts'
import { writeEvents } from '../../../platform/events/write-events.ts'
import { stationDay } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import type { Cells } from './columns.ts'
import type { Plan, Planned } from './plan.ts'
import { planRow } from './plan-rows.ts'
import { readHome } from './read-home.ts'
import { villageFinder } from './read-place.ts'
import { readRegister } from './register-model.ts'
import { lockImport } from './store.ts'

const rowsAtOnce = 2000

/** Compares every row with the register as it is now and keeps what becomes of it. Writes nothing in the register. */
export async function checkImport(tx: Tx, id: string): Promise<void> {
  const found = await lockImport(tx, id)
  if (found.state !== 'checking') return
  const register = await readRegister(tx)
  const context = {
    findVillage: villageFinder(register.villages),
    villageOfFile: register.villages.find((village) => village.id === found.villageId) ?? null,
    today: stationDay(new Date()),
  }
  if (found.columns.includes('relation'))
    for await (const rows of rowsOf(tx, id))
      for (const { cells } of rows) {
        const home = readHome(namedCells(found.columns, cells), context)
        if (!('fault' in home)) register.heads.note(home)
      }
  const counts: Partial<Record<RowResult, number>> = {}
  const further = { phones: 0, relations: 0 }
  for await (const rows of rowsOf(tx, id)) {
    const planned: { row: number; planned: Planned }[] = []
    for (const { row, cells, decision } of rows) {
      const answer = planRow(register, { row, cells: namedCells(found.columns, cells), decision }, context)
      counts[answer.result] = (counts[answer.result] ?? 0) + 1
      countFurther(further, answer.plan)
      planned.push({ row, planned: answer })
    }
    await keep(tx, id, planned)
  }
  await tx.client.query(
    `update register_imports set state = case when then_write then 'importing' else 'checked' end, counts = $3, further = $4,
       rows_done = case when then_write then 0 else rows_total end, then_write = false, step_began_at = clock_timestamp() where station_id = $1 and id = $2`,
    [tx.stationId, id, counts, further],
  )
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: 'register_import.checked',
      subject: { kind: 'register_import', id },
      data: { ...counts, ...further },
    },
  ])
}

type FileRow = { row: number; cells: string[]; decision: RowDecision | null }

async function* rowsOf(tx: Tx, id: string): AsyncGenerator<FileRow[]> {
  for (let after = 0; ; ) {
    const { rows } = await tx.client.query<FileRow>(
      `select row, cells, decision from register_import_rows where station_id = $1 and import_id = $2 and row > $3 order by row limit $4`,
      [tx.stationId, id, after, rowsAtOnce],
    )
    if (rows.length === 0) return
    yield rows
    after = rows.at(-1)!.row
    // Others are served by this process too.
    await breathe()
  }
}

function countFurther(further: { phones: number; relations: number }, plan: Plan | null): void {
  further.phones += plan?.phones?.length ?? 0
  further.relations += plan?.relations?.length ?? 0
}

export function namedCells(columns: readonly (string | null)[], cells: readonly string[]): Cells {
  const named: Cells = {}
  columns.forEach((field, at) => {
    if (field) named[field as ImportField] = cells[at] ?? ''
  })
  return named
}

async function keep(tx: Tx, id: string, rows: { row: number; planned: Planned }[]): Promise<void> {
  await tx.client.query({
    name: 'keep-import-plans',
    text: `update register_import_rows r set result = p.result, why = p.why, plan = p.plan
           from unnest($3::int[], $4::text[], $5::text[], $6::jsonb[]) as p(row, result, why, plan)
           where r.station_id = $1 and r.import_id = $2 and r.row = p.row`,
    values: [
      ...[tx.stationId, id, rows.map(({ row }) => row)],
      rows.map(({ planned }) => planned.result),
      rows.map(({ planned }) => planned.why),
      rows.map(({ planned: { plan, conflicts } }) =>
        plan || conflicts.length > 0 ? JSON.stringify({ plan, conflicts }) : null,
      ),
    ],
  })
}
