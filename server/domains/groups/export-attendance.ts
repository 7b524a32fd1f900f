import type { OfficerSession } from '../../platform/auth/session.ts'
import { toCsv } from '../../platform/csv.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import { stationMoment } from '../../platform/station-day.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { readAttendance } from './read-attendance.ts'

/** The table of groups and colleagues as a file that says who made it and when. No resident stands in it. */
export async function exportAttendance(tx: Tx, actor: Actor, session: OfficerSession): Promise<string> {
  const { officers, groups } = await readAttendance(tx, session)
  const id = newId()
  await writeEvents(tx, actor, [
    {
      name: 'export.made',
      subject: { kind: 'export', id },
      data: { figure: 'group_attendance', rows: groups.length },
    },
  ])
  const now = stationMoment(new Date())
  const cell = (missing: string[], officer: (typeof officers)[number]) =>
    officer.account === null ? '未绑定' : missing.includes(officer.id) ? '缺' : '在'
  return toCsv([
    [`${session.name} 于 ${now} 导出，编号 ${id}。内部使用，不得外传。`],
    ['群', '村', '人数', ...officers.map(({ name }) => name)],
    ...groups.map(({ name, villageName, members, missing }) => [
      name,
      villageName ?? '村未知',
      members,
      ...officers.map((officer) => cell(missing, officer)),
    ]),
    ['缺的群数', '', null, ...officers.map(({ account, missing }) => (account === null ? null : missing))],
  ])
}
