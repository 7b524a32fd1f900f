import { IdParams } from '../../../../contract/common.ts'
import {
  Absence,
  Arrival,
  HouseholdDone,
  HouseholdEnding,
  Leaving,
  Return,
} from '../../../../contract/households.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { write } from '../../../platform/http/write.ts'
import { endHousehold } from './end-household.ts'
import { letPersonGo } from './let-person-go.ts'
import { receivePerson } from './receive-person.ts'
import { recordAbsence, recordReturn } from './record-absence.ts'

const config = { access: 'residents.write' } as const
const describe = <Body>(summary: string, body: Body) => ({
  tags: ['households'],
  summary,
  params: IdParams,
  body,
  response: { 200: HouseholdDone },
})

/** Who joins a household, leaves it, goes away and comes back. */
export function peopleRoutes(app: App, context: Context): void {
  app.post(
    '/api/households/:id/arrivals',
    { config, schema: describe('Somebody is born, moves in, marries in or is registered there', Arrival) },
    async (request) =>
      write(context, request, (tx, actor) =>
        receivePerson(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/leavings',
    { config, schema: describe('Somebody moves out, marries out, dies or takes her register away', Leaving) },
    async (request) =>
      write(context, request, (tx, actor) =>
        letPersonGo(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/absences',
    { config, schema: describe('Somebody goes away for work, school, the army or care', Absence) },
    async (request) =>
      write(context, request, (tx, actor) =>
        recordAbsence(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/returns',
    { config, schema: describe('Somebody is back', Return) },
    async (request) =>
      write(context, request, (tx, actor) =>
        recordReturn(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/end',
    { config, schema: describe('The whole household moves away, or nobody of it is left', HouseholdEnding) },
    async (request) =>
      write(context, request, (tx, actor) =>
        endHousehold(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
}
