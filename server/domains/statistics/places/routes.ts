import { IdParams } from '../../../../contract/common.ts'
import { HouseholdQuery, HouseholdRows } from '../../../../contract/households.ts'
import { HouseholdMatters, VillagePage } from '../../../../contract/places.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read } from '../../../platform/http/write.ts'
import { listHouseholds } from './list-households.ts'
import { showHouseholdMatters } from './show-household-matters.ts'
import { showVillage } from './show-village.ts'

const tags = ['households']
const config = { access: 'residents.read' } as const

/** Households and villages with what all domains know of them. */
export function placeRoutes(app: App, context: Context): void {
  app.get(
    '/api/households',
    {
      config,
      schema: {
        tags,
        summary: 'Find households by village, group, door or name',
        querystring: HouseholdQuery,
        response: { 200: HouseholdRows },
      },
    },
    async (request) =>
      read(context, request, (tx) => listHouseholds(tx, actorOf(request), officerOf(request), request.query)),
  )
  app.get(
    '/api/households/:id/matters',
    {
      config,
      schema: {
        tags,
        summary: 'What is open of a household’s people, and whether it is reached',
        params: IdParams,
        response: { 200: HouseholdMatters },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        showHouseholdMatters(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.get(
    '/api/villages/:id',
    {
      config,
      schema: {
        tags,
        summary: 'A village: households by group, coverage, open matters, appointments, groups, changes',
        params: IdParams,
        response: { 200: VillagePage },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        showVillage(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
}
