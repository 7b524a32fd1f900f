import { WeeklyReport, WeeklyReportQuery } from '../../../contract/weekly-report.ts'
import type { Context } from '../../platform/context.ts'
import { toCsv } from '../../platform/csv.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { newId } from '../../platform/id.ts'
import { stationDay } from '../../platform/station-day.ts'
import { readWeeklyReport } from './weekly-report.ts'
import { channelNames } from './words.ts'

const tags = ['statistics']
const kindNames = { kf: '微信客服', wecom: '企业微信成员', workbench: '工作台' }

/** Which work account said what: accounts and numbers, no resident. */
export function weeklyReportRoutes(app: App, context: Context): void {
  app.get(
    '/api/weekly-report',
    {
      config: { access: 'statistics.read' },
      schema: {
        tags,
        summary: 'Which work account said how much in a week',
        querystring: WeeklyReportQuery,
        response: { 200: WeeklyReport },
      },
    },
    (request) =>
      read(context, request, (tx) => readWeeklyReport(tx, request.query.week ?? stationDay(new Date()))),
  )
  app.post(
    '/api/weekly-report/exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'The weekly report as CSV', body: WeeklyReportQuery },
    },
    async (request, reply) => {
      const id = newId()
      const report = await read(context, request, async (tx) => {
        const found = await readWeeklyReport(tx, request.body.week ?? stationDay(new Date()))
        const data = {
          figure: 'weekly_report',
          from: found.weekOn,
          to: found.untilOn,
          rows: found.said.length,
        }
        await writeEvents(tx, actorOf(request), [
          { name: 'export.made', subject: { kind: 'export', id }, data },
        ])
        return found
      })
      const csv = toCsv([
        [`${officerOf(request).name} 导出，编号 ${id}。内部使用，不得外传。`],
        [`工作账号周报，${report.weekOn} 至 ${report.untilOn}`],
        ['账号', '种类', '渠道', '发出消息', '回复居民', '涉及会话', '谁写的'],
        ...report.said.map((row) => [
          row.account,
          kindNames[row.kind],
          channelNames[row.channel],
          row.sent,
          row.residents,
          row.conversations,
          row.officers.join('、'),
        ]),
        ['工作账号', '人员', '联系人', '新增', '减少', '当群主的群'],
        ...report.accounts.map((row) => [
          row.account,
          row.officerName,
          row.contacts,
          row.added,
          row.left,
          row.groups,
        ]),
      ])
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="weekly-${report.weekOn}.csv"`)
        .header('cache-control', 'no-store')
        .send(csv)
    },
  )
}
