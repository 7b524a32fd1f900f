import type { NewExport } from '../../../contract/statistics.ts'
import type { OfficerSession } from '../../platform/auth/session.ts'
import { toCsv } from '../../platform/csv.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationMoment } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { figures } from './figures.ts'
import { narrowingOf } from './narrowing.ts'
import { readQuery } from './read-query.ts'
import { channelNames, scenarioNames } from './words.ts'

/** From here on a file needs a second person, whom this version can't ask yet: it is refused. */
const rowsNeedingSecondPerson = 2000

/** The rows of a figure as CSV, with a line that says who made it and when. The making is an event. */
export async function makeExport(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  wanted: NewExport,
  now: Date,
): Promise<string> {
  const figure = figures[wanted.figure]
  const { period, filter } = readQuery(wanted, now)
  const found = await figure.rows(tx, period, filter, {
    part: wanted.part ?? null,
    counted: wanted.counted ?? null,
    after: null,
    limit: rowsNeedingSecondPerson - 1,
    narrow: narrowingOf(session),
  })
  if (found.total >= rowsNeedingSecondPerson) {
    throw new AppError(
      'forbidden',
      `这份表有 ${found.total} 行。满 ${rowsNeedingSecondPerson} 行要第二个人同意才能导出，请缩短时间或只选一个村。`,
    )
  }
  const exportId = newId()
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id: exportId },
      data: {
        figure: figure.key,
        version: figure.version,
        from: period.from,
        to: period.to,
        rows: found.items.length,
      },
    },
  ])
  const moment = (at: Date | string) => stationMoment(new Date(at))
  return toCsv([
    [`${session.name} 于 ${moment(now)} 导出，编号 ${exportId}。内部使用，不得外传。`],
    [`${figure.name}（第 ${figure.version} 版），${period.from} 至 ${period.to}：${figure.definition}`],
    ['记录', '计入', '村', '类别', '渠道', '时间', '说明', '分钟'],
    ...found.items.map((row) => [
      row.label,
      row.counted ? '是' : '否',
      row.village,
      row.scenario ? (scenarioNames[row.scenario as keyof typeof scenarioNames] ?? row.scenario) : '',
      row.channel ? channelNames[row.channel] : '',
      row.at ? moment(row.at) : '',
      row.reason,
      row.minutes,
    ]),
  ])
}
