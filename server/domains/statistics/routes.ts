import {
  FigureParams,
  FigureRows,
  FigureRowsQuery,
  NewExport,
  StationHome,
  StatisticsPage,
  StatisticsQuery,
} from '../../../contract/statistics.ts'
import { recordListed } from '../../platform/audit/record-looks.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read } from '../../platform/http/write.ts'
import { figures } from './figures.ts'
import { makeExport } from './make-export.ts'
import { narrowingOf } from './narrowing.ts'
import { readPage } from './read-page.ts'
import { readQuery } from './read-query.ts'
import { readStationHome } from './read-station-home.ts'

export function statisticsRoutes(app: App, context: Context): void {
  app.get(
    '/api/statistics',
    {
      config: { access: 'statistics.read' },
      schema: {
        tags: ['statistics'],
        summary: '一段时间的全部指标，带分子、分母、统计时间和对比',
        querystring: StatisticsQuery,
        response: { 200: StatisticsPage },
      },
    },
    async (request) => {
      const { period, filter } = readQuery(request.query, new Date())
      return read(context, request, (tx) => readPage(tx, period, filter))
    },
  )

  app.get(
    '/api/statistics/:key/rows',
    {
      config: { access: 'statistics.read' },
      schema: {
        tags: ['statistics'],
        summary: '一个指标所数的每一条记录',
        params: FigureParams,
        querystring: FigureRowsQuery,
        response: { 200: FigureRows },
      },
    },
    async (request) => {
      const { part, counted, after, limit, ...query } = request.query
      const figure = figures[request.params.key]
      const { period, filter } = readQuery(query, new Date())
      const narrow = narrowingOf(officerOf(request))
      const wanted = {
        part: part ?? null,
        counted: counted ?? null,
        after: after ?? null,
        limit: limit ?? 50,
        narrow,
      }
      const rows = await read(context, request, async (tx) => {
        const found = await figure.rows(tx, period, filter, wanted)
        const ids = found.items.map(({ id }) => id)
        await recordListed(tx, actorOf(request), 'figure.listed', ids, { of: figure.key })
        return found
      })
      return {
        key: figure.key,
        version: figure.version,
        name: figure.name,
        from: period.from,
        to: period.to,
        snapshotAt: period.now.toISOString(),
        narrowed: narrow !== null,
        ...rows,
      }
    },
  )

  app.post(
    '/api/exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags: ['statistics'], summary: '把一个指标的记录导出成 CSV 文件', body: NewExport },
    },
    async (request, reply) => {
      // Not through write(): the records must not come to lie in the table of first answers as well.
      const csv = await read(context, request, (tx) =>
        makeExport(tx, actorOf(request), officerOf(request), request.body, new Date()),
      )
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="${request.body.figure}.csv"`)
        .header('cache-control', 'no-store')
        .send(csv)
    },
  )

  app.get(
    '/api/station-home',
    {
      config: { access: 'conversations.read' },
      schema: {
        tags: ['statistics'],
        summary: '工作台首页：谁在等、什么急、今天有什么',
        response: { 200: StationHome },
      },
    },
    (request) =>
      read(context, request, async (tx) => {
        const home = await readStationHome(tx, officerOf(request), new Date())
        const ids = home.mine.items.map(({ id }) => id)
        await recordListed(tx, actorOf(request), 'my_work.listed', ids)
        return home
      }),
  )
}
