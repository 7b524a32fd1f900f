import type { ImportReportWish, RowResult } from '../../../../contract/register-imports.ts'
import { notFound } from '../../../platform/errors.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { writeMarkedWorkbook } from '../../../platform/sheets/write-marked-workbook.ts'
import { stationMoment } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'

const names: Record<RowResult, string> = {
  new: '新的',
  changed: '有改动',
  conflict: '有不同',
  same: '一样',
  doubtful: '可能重复',
  mistake: '有错',
  skipped: '没有写',
}

/**
 * The rows of an import and what becomes of each as a sheet: by number, to be laid beside the file. No names, so that
 * it is no list of people.
 */
export async function reportImport(
  tx: Tx,
  actor: Actor,
  id: string,
  { result }: ImportReportWish,
): Promise<Buffer> {
  const { rows: found } = await tx.client.query(
    `select i.file_name, s.name from register_imports i join stations s on s.id = i.station_id where i.station_id = $1 and i.id = $2`,
    [tx.stationId, id],
  )
  if (!found[0]) throw notFound()
  const { rows } = await tx.client.query(
    `select row, result, why from register_import_rows where station_id = $1 and import_id = $2 and result is not null
       and ($3::text is null or result = $3) order by row`,
    [tx.stationId, id, result ?? null],
  )
  await writeEvents(tx, actor, [
    {
      name: 'register_import.reported',
      subject: { kind: 'register_import', id },
      data: { rows: rows.length, result },
    },
  ])
  const now = new Date()
  const at = stationMoment(now)
  return writeMarkedWorkbook({
    ...{ name: '逐行结果', author: found[0].name, madeAt: now, widths: [8, 12, 90] },
    mark: `${found[0].name} · ${found[0].file_name} 的逐行结果 · ${at}`,
    head: ['行号', '结果', '说明'],
    rows: rows.map(({ row, result: kind, why }) => [String(row), names[kind as RowResult], why]),
  })
}
