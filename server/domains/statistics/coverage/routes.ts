import { IdParams } from '../../../../contract/common.ts'
import {
  Coverage,
  CoverageExport,
  CoverageGroups,
  CoverageGroupsQuery,
  CoverageQuery,
  CoverageRows,
  CoverageRowsQuery,
  CoverageTrend,
  CoverageTrendQuery,
  DoorRound,
  DoorRoundQuery,
  DoorVisitMade,
  NewDoorVisit,
} from '../../../../contract/coverage.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import { mediaTypes } from '../../../platform/sheets/media-types.ts'
import { exportCoverage } from './export-coverage.ts'
import { listDoorRound } from './list-door-round.ts'
import { listHouseholds } from './list-households.ts'
import { readCoverage, readCoverageGroups } from './read-coverage.ts'
import { readTrend } from './read-trend.ts'
import { recordVisit } from './record-visit.ts'

const tags = ['statistics']
const counts = { access: 'statistics.read' as const }

/** Which households are within reach, and the doors to knock at where they are not. */
export function coverageRoutes(app: App, context: Context): void {
  app.get(
    '/api/coverage',
    {
      config: counts,
      schema: {
        tags,
        summary: 'Household coverage on a day, by village',
        querystring: CoverageQuery,
        response: { 200: Coverage },
      },
    },
    (request) => read(context, request, (tx) => readCoverage(tx, request.query.day, new Date())),
  )
  app.get(
    '/api/coverage/groups',
    {
      config: counts,
      schema: {
        tags,
        summary: 'Household coverage of the groups of a village',
        querystring: CoverageGroupsQuery,
        response: { 200: CoverageGroups },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        readCoverageGroups(tx, request.query.villageId, request.query.day, new Date()),
      ),
  )
  app.get(
    '/api/coverage/trend',
    {
      config: counts,
      schema: {
        tags,
        summary: 'Household coverage at the end of each of the last 52 weeks',
        querystring: CoverageTrendQuery,
        response: { 200: CoverageTrend },
      },
    },
    (request) =>
      read(context, request, (tx) => readTrend(tx, request.query.villageId, request.query.day, new Date())),
  )
  app.get(
    '/api/coverage/households',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'The households behind a number of coverage',
        querystring: CoverageRowsQuery,
        response: { 200: CoverageRows },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listHouseholds(tx, actorOf(request), officerOf(request), request.query, new Date()),
      ),
  )
  app.get(
    '/api/door-round',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'Doors at which nobody has been reached yet, as one walks',
        querystring: DoorRoundQuery,
        response: { 200: DoorRound },
      },
    },
    (request) =>
      read(context, request, (tx) =>
        listDoorRound(tx, actorOf(request), officerOf(request), request.query, new Date()),
      ),
  )
  app.post(
    '/api/households/:id/door-visits',
    {
      config: { access: 'residents.write' },
      schema: {
        tags,
        summary: 'What came of a visit at a door',
        params: IdParams,
        body: NewDoorVisit,
        response: { 200: DoorVisitMade },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        recordVisit(tx, actor, officerOf(request), request.params.id, request.body, new Date()),
      ),
  )
  app.post(
    '/api/coverage-exports',
    {
      config: { access: 'exports.make', stepUp: true },
      schema: { tags, summary: 'The table of coverage as a file', body: CoverageExport },
    },
    async (request, reply) => {
      const { form } = request.body
      const file = await read(context, request, (tx) =>
        exportCoverage(tx, actorOf(request), officerOf(request), request.body, new Date()),
      )
      return reply
        .type(mediaTypes[form])
        .header('content-disposition', `attachment; filename="coverage.${form}"`)
        .header('cache-control', 'no-store')
        .send(file)
    },
  )
}
