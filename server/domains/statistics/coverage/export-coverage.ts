import type { CoverageExport, HouseholdCounts } from '../../../../contract/coverage.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import { toCsv } from '../../../platform/csv.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import { writeWorkbook } from '../../../platform/sheets/write-workbook.ts'
import { stationMoment } from '../../../platform/station-day.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { householdCoverage } from '../figures/household-coverage.ts'
import { listPlaces } from '../places.ts'
import { addCounts, countCoverage } from './count-coverage.ts'
import { compareGroups } from './group-order.ts'
import { snapshotOf } from './snapshot.ts'

const heads = [
  '村',
  '组',
  '住户',
  '联系得上',
  '覆盖率',
  '上限',
  '只有号码对得上',
  '全家外出',
  '没有登记电话',
  '还没联系上',
  '已搬走',
]
const widths = [16, 12, 10, 12, 10, 10, 16, 12, 14, 14, 10]

/** The table of coverage by village and group, with who made it, when, and what its words mean. Counts only. */
export async function exportCoverage(
  tx: Tx,
  actor: Actor,
  session: OfficerSession,
  { day, form }: CoverageExport,
  now: Date,
): Promise<Buffer> {
  const snapshot = snapshotOf(day, now)
  const groups = await countCoverage(tx, snapshot.day, null)
  const places = (await listPlaces(tx)).filter(({ key }) => key !== 'unknown')
  const table = [line('全所', '', addCounts(groups))]
  for (const { key, name } of places) {
    const own = groups.filter(({ villageId }) => villageId === key).sort(compareGroups)
    table.push(line(name, '', addCounts(own)))
    table.push(...own.map((each) => line(name, each.group || '未分组', each)))
  }
  const exportId = newId()
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id: exportId },
      data: {
        figure: householdCoverage.key,
        version: householdCoverage.version,
        day: snapshot.day,
        form,
        rows: table.length,
      },
    },
  ])
  const at = stationMoment(now)
  const made = `${session.name} 于 ${at} 导出，编号 ${exportId}。内部使用，不得外传。`
  const said = `${householdCoverage.name}（第 ${householdCoverage.version} 版），统计日 ${snapshot.day}：${householdCoverage.definition}`
  if (form === 'csv') return Buffer.from(toCsv([[made], [said], heads, ...table]), 'utf8')
  const texts = [...table.map((cells) => cells.map(String)), [said], [made]]
  return writeWorkbook('家庭覆盖', [heads, ...texts], widths)
}

function line(village: string, group: string, counts: HouseholdCounts): (string | number)[] {
  const { resident, reached, perhaps, away, phoneless, open, departed } = counts
  const share = (top: number) => (resident === 0 ? '没有数' : `${((top / resident) * 100).toFixed(1)}%`)
  return [
    village,
    group,
    resident,
    reached,
    share(reached),
    share(reached + perhaps),
    perhaps,
    away,
    phoneless,
    open,
    departed,
  ]
}
