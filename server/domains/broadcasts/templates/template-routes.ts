import { Type } from 'typebox'
import {
  NewTemplate,
  TemplateChange,
  TemplateDetail,
  TemplateList,
  TemplateQuery,
  TemplateReview,
  TemplateUse,
} from '../../../../contract/broadcast-templates.ts'
import { SavedBroadcast } from '../../../../contract/broadcasts.ts'
import { Done, Id, IdParams } from '../../../../contract/common.ts'
import type { Context } from '../../../platform/context.ts'
import { officerOf } from '../../../platform/http/access.ts'
import type { App } from '../../../platform/http/create-http.ts'
import { read, write } from '../../../platform/http/write.ts'
import { takeNumber } from '../take-number.ts'
import { changeTemplate } from './change-template.ts'
import { createTemplate } from './create-template.ts'
import { listTemplates } from './list-templates.ts'
import { retireTemplate } from './retire-template.ts'
import { reviewTemplate } from './review-template.ts'
import { showTemplate } from './show-template.ts'
import { useTemplate } from './use-template.ts'

const tags = ['broadcasts']
const reads = { access: 'broadcasts.read' as const }
/** What many broadcasts will say is decided by who may let one go out. */
const decides = { access: 'broadcasts.approve' as const }
const path = '/api/broadcast-templates'

/** The templates of the seasons: used by everybody who writes broadcasts, kept by who approves them. */
export function templateRoutes(app: App, context: Context): void {
  app.get(
    path,
    {
      config: reads,
      schema: {
        tags,
        summary: 'The templates, those of the season first',
        querystring: TemplateQuery,
        response: { 200: TemplateList },
      },
    },
    (request) => read(context, request, (tx) => listTemplates(tx, request.query)),
  )
  app.get(
    `${path}/:id`,
    {
      config: reads,
      schema: {
        tags,
        summary: 'One, filled, with its history',
        params: IdParams,
        response: { 200: TemplateDetail },
      },
    },
    (request) => read(context, request, (tx) => showTemplate(tx, officerOf(request), request.params.id)),
  )
  app.post(
    path,
    {
      config: decides,
      schema: {
        tags,
        summary: 'A new template',
        body: NewTemplate,
        response: { 200: Type.Object({ id: Id }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => createTemplate(tx, actor, officerOf(request), request.body)),
  )
  app.put(
    `${path}/:id`,
    {
      config: decides,
      schema: {
        tags,
        summary: 'A new version',
        params: IdParams,
        body: TemplateChange,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        changeTemplate(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.post(
    `${path}/:id/reviews`,
    {
      config: decides,
      schema: {
        tags,
        summary: 'Read again: it holds',
        params: IdParams,
        body: TemplateReview,
        response: { 200: Done },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        reviewTemplate(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  for (const [method, retired] of [
    ['PUT', true],
    ['DELETE', false],
  ] as const)
    app.route({
      method,
      url: `${path}/:id/retirement`,
      config: decides,
      schema: {
        tags,
        summary: retired ? 'No longer offered' : 'Offered again',
        params: IdParams,
        response: { 200: Done },
      },
      handler: (request) =>
        write(context, request, (tx, actor) =>
          retireTemplate(tx, actor, officerOf(request), request.params.id, retired),
        ),
    })
  app.post(
    `${path}/:id/broadcasts`,
    {
      config: { access: 'broadcasts.write' },
      schema: {
        tags,
        summary: 'A draft begins with its words',
        params: IdParams,
        body: TemplateUse,
        response: { 200: SavedBroadcast },
      },
    },
    async (request) => {
      const number = await takeNumber(context, officerOf(request).stationId)
      return write(context, request, (tx, actor) =>
        useTemplate(tx, actor, officerOf(request), request.params.id, request.body, number),
      )
    },
  )
}
