import { Type } from 'typebox'
import { IdParams } from '../../../contract/common.ts'
import {
  Guide,
  GuideChange,
  GuideList,
  GuideQuery,
  GuideRereads,
  GuideVersions,
  MadeGuide,
  NewGuide,
  PublicGuideOne,
  PublicGuideQuery,
  RereadBody,
  SlugParams,
} from '../../../contract/services.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { changeGuide } from './change-guide.ts'
import { createGuide } from './create-guide.ts'
import { findGuides } from './find-guides.ts'
import { listRereads } from './list-rereads.ts'
import { listVersions } from './list-versions.ts'
import { readInStation } from './open-station.ts'
import { rereadGuide } from './reread-guide.ts'
import { readGuide } from './views.ts'

const tags = ['services']
/** What everybody may read changes rarely: a minute in between may answer for us. */
const aMinute = 'public, max-age=60'

/** The service guides: for officers with the hidden ones, for residents without a sign-in. */
export function serviceRoutes(app: App, context: Context): void {
  app.get(
    '/api/guides',
    {
      config: { access: 'services.read' },
      schema: {
        tags,
        summary: 'Guides, or those that fit what was asked',
        querystring: GuideQuery,
        response: { 200: GuideList },
      },
    },
    (request) => read(context, request, (tx) => findGuides(tx, { ...request.query, hidden: true })),
  )
  app.get(
    '/api/guides/:slug',
    {
      config: { access: 'services.read' },
      schema: { tags, summary: 'One guide with its checklist', params: SlugParams, response: { 200: Guide } },
    },
    (request) => read(context, request, (tx) => readGuide(tx, request.params.slug, { hidden: true })),
  )
  app.patch(
    '/api/guides/:id',
    {
      config: { access: 'services.write' },
      schema: {
        tags,
        summary: 'Changes a guide; the version goes up',
        params: IdParams,
        body: GuideChange,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => changeGuide(tx, actor, request.params.id, request.body)),
  )
  app.post(
    '/api/guides',
    {
      config: { access: 'services.write' },
      schema: {
        tags,
        summary: 'A guide of our own, hidden until it is shown',
        body: NewGuide,
        response: { 201: MadeGuide },
      },
    },
    (request, reply) => {
      reply.status(201)
      return write(context, request, (tx, actor) => createGuide(tx, actor, request.body))
    },
  )
  app.get(
    '/api/guides/:id/versions',
    {
      config: { access: 'services.read' },
      schema: {
        tags,
        summary: 'What it said before, and who changed it',
        params: IdParams,
        response: { 200: GuideVersions },
      },
    },
    (request) => read(context, request, (tx) => listVersions(tx, request.params.id)),
  )
  app.get(
    '/api/guide-rereads',
    {
      config: { access: 'services.read' },
      schema: { tags, summary: 'Guides to be read again', response: { 200: GuideRereads } },
    },
    (request) => read(context, request, (tx) => listRereads(tx)),
  )
  app.post(
    '/api/guides/:id/rereads',
    {
      // Who keeps a guide right may say that it is; in it she changes nothing but that day.
      config: { access: 'services.read' },
      schema: {
        tags,
        summary: 'Read again and found right',
        params: IdParams,
        body: RereadBody,
        response: { 200: Type.Object({ version: Type.Integer() }) },
      },
    },
    (request) =>
      write(context, request, (tx, actor) =>
        rereadGuide(tx, actor, officerOf(request), request.params.id, request.body),
      ),
  )
  app.get(
    '/api/public/guides',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'Guides for everybody',
        querystring: PublicGuideQuery,
        response: { 200: GuideList },
      },
    },
    async (request, reply) => {
      const { stationCode, ...search } = request.query
      const found = await readInStation(context, stationCode, (tx) =>
        findGuides(tx, { ...search, hidden: false }),
      )
      reply.header('cache-control', aMinute)
      return found
    },
  )
  app.get(
    '/api/public/guides/:slug',
    {
      config: { access: 'public' },
      schema: {
        tags,
        summary: 'One guide for everybody',
        params: SlugParams,
        querystring: PublicGuideOne,
        response: { 200: Guide },
      },
    },
    async (request, reply) => {
      const guide = await readInStation(context, request.query.stationCode, (tx) =>
        readGuide(tx, request.params.slug, { hidden: false }),
      )
      reply.header('cache-control', aMinute)
      return guide
    },
  )
}
