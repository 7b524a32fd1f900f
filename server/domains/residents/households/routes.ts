import { IdParams } from '../../../../contract/common.ts'
import {
  HouseholdDone,
  HouseholdEdit,
  HouseholdPage,
  HouseholdPreview,
  HouseholdUndone,
  MergePlan,
  NewHousehold,
  SplitPlan,
} from '../../../../contract/households.ts'
import type { OfficerSession } from '../../../platform/auth/session.ts'
import type { Context } from '../../../platform/context.ts'
import { notFound } from '../../../platform/errors.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../../platform/http/write.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { changeHousehold } from './change-household.ts'
import { foundHousehold } from './found-household.ts'
import { mergeHouseholds, previewMerger } from './merge-households.ts'
import { peopleRoutes } from './people-routes.ts'
import { showHousehold } from './show-household.ts'
import { previewSplit, splitHousehold } from './split-household.ts'
import { undoChange } from './undo-change.ts'

const tags = ['households']
const config = { access: 'residents.write' } as const
/** Cases live in a domain above: whether this officer may see the one in which it is done. */
export type SeesCase = (tx: Tx, session: OfficerSession, id: string) => Promise<unknown>

/** Households as people live, for officers. */
export function householdRoutes(app: App, context: Context, seesCase: SeesCase): void {
  peopleRoutes(app, context)
  const checkCase = async (tx: Tx, session: OfficerSession, caseId: string | null | undefined) => {
    if (caseId && !(await seesCase(tx, session, caseId))) throw notFound()
  }
  app.get(
    '/api/households/:id',
    {
      config: { access: 'residents.read' },
      schema: {
        tags,
        summary: 'A household with its people and its history',
        params: IdParams,
        response: { 200: HouseholdPage },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        showHousehold(tx, actorOf(request), officerOf(request), request.params.id),
      ),
  )
  app.post(
    '/api/households',
    {
      config,
      schema: { tags, summary: 'Found a household', body: NewHousehold, response: { 200: HouseholdDone } },
    },
    async (request) =>
      write(context, request, (tx, actor) => foundHousehold(tx, actor, officerOf(request), request.body)),
  )
  app.patch(
    '/api/households/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Change door, group, head or note of a household',
        params: IdParams,
        body: HouseholdEdit,
        response: { 200: IdParams },
      },
    },
    async (request) => {
      const { id } = request.params
      return write(context, request, async (tx, actor) => {
        await changeHousehold(tx, actor, officerOf(request), id, request.body)
        return { id }
      })
    },
  )
  app.post(
    '/api/households/:id/split-preview',
    {
      config,
      schema: {
        tags,
        summary: 'What a split would make of a household; nothing is done',
        params: IdParams,
        body: SplitPlan,
        response: { 200: HouseholdPreview },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        previewSplit(tx, actorOf(request), officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/splits',
    {
      config,
      schema: {
        tags,
        summary: 'Split a household: some of it become one of their own',
        params: IdParams,
        body: SplitPlan,
        response: { 200: HouseholdDone },
      },
    },
    async (request) =>
      write(context, request, async (tx, actor) => {
        const session = officerOf(request)
        await checkCase(tx, session, request.body.caseId)
        return splitHousehold(tx, actor, session, request.params.id, request.body)
      }),
  )
  app.post(
    '/api/households/:id/merge-preview',
    {
      config,
      schema: {
        tags,
        summary: 'What a merger would make of two households; nothing is done',
        params: IdParams,
        body: MergePlan,
        response: { 200: HouseholdPreview },
      },
    },
    async (request) =>
      read(context, request, (tx) =>
        previewMerger(tx, actorOf(request), officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    '/api/households/:id/mergers',
    {
      config,
      schema: {
        tags,
        summary: 'Merge a household into another one of its village',
        params: IdParams,
        body: MergePlan,
        response: { 200: HouseholdDone },
      },
    },
    async (request) =>
      write(context, request, async (tx, actor) => {
        const session = officerOf(request)
        await checkCase(tx, session, request.body.caseId)
        return mergeHouseholds(tx, actor, session, request.params.id, request.body)
      }),
  )
  app.post(
    '/api/household-changes/:id/undo',
    {
      config,
      schema: {
        tags,
        summary: 'Take a change of a household back',
        params: IdParams,
        response: { 200: HouseholdUndone },
      },
    },
    async (request) =>
      write(context, request, (tx, actor) => undoChange(tx, actor, officerOf(request), request.params.id)),
  )
}
