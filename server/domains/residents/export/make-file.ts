import {
  type ExportColumn,
  type ExportCountWish,
  exportHours,
} from '../../../../contract/register-exports.ts'
import { recordListed } from '../../../platform/audit/record-looks.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { toCsv } from '../../../platform/csv.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { writeMarkedWorkbook } from '../../../platform/sheets/write-marked-workbook.ts'
import { stationMoment } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { exportHeads, readList } from './read-list.ts'
import type { ExportRecord } from './store.ts'

/**
 * Makes the file of an export, once, as the one who asked may see it, and writes down who stands in it. Every page of it
 * says station, person, time, purpose and number.
 */
export async function makeFile(
  tx: Tx,
  actor: Actor,
  asker: OfficerSession,
  record: ExportRecord,
  now: Date,
): Promise<void> {
  const { id, number, kind, form, purpose, caseNumber } = record
  const columns = record.columns as ExportColumn[]
  const list = await readList(
    tx,
    asker,
    { kind, ...(record.filter as Omit<ExportCountWish, 'kind'>) },
    columns,
  )
  const { rows: stations } = await tx.client.query('select name from stations where id = $1', [tx.stationId])
  const at = stationMoment(now)
  const mark = [
    `${stations[0].name} ${asker.name} 于 ${at} 导出`,
    `第 ${number} 号`,
    `用途：${purpose}`,
    caseNumber && `案件 ${caseNumber}`,
    '内部使用，不得外传',
  ]
    .filter(Boolean)
    .join(' · ')
  const heads = columns.map((column) => exportHeads[column].name)
  const bytes =
    form === 'csv'
      ? Buffer.from(toCsv([[mark], heads, ...list.rows]), 'utf8')
      : await writeMarkedWorkbook({
          ...{
            name: kind === 'residents' ? '居民' : '住户',
            mark,
            head: heads,
            rows: list.rows,
            madeAt: now,
          },
          author: `${stations[0].name} ${asker.name}`,
          widths: columns.map((column) => exportHeads[column].width),
        })
  await tx.client.query(
    `update register_exports set state = 'ready', rows = $3, bytes = $4, made_at = $5, expires_at = $6
     where station_id = $1 and id = $2`,
    [tx.stationId, id, list.rows.length, bytes, now, new Date(now.getTime() + exportHours * 3_600_000)],
  )
  await recordListed(tx, actor, 'resident.listed', list.people, { of: 'register_export', foldMs: 0 })
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'register_export', id },
      data: { figure: `register_${kind}`, form, number, rows: list.rows.length, columns },
    },
  ])
}
