import { IdParams } from '../../../contract/common.ts'
import { NewVillage, Village, VillageChange, VillageList, VillageOrder } from '../../../contract/officers.ts'
import type { Context } from '../../platform/context.ts'
import type { App } from '../../platform/http/create-http.ts'
import { read, write } from '../../platform/http/write.ts'
import { addVillage, changeVillage } from './change-village.ts'
import { orderVillages } from './order-villages.ts'
import { restoreVillage, retireVillage } from './retire-village.ts'
import { listAllVillages } from './views.ts'

const tags = ['station']

/** The villages of the station: names, places on the map, their order, and which are no more. */
export function villageRoutes(app: App, context: Context): void {
  app.get(
    '/api/villages',
    {
      config: { access: 'station.read' },
      schema: {
        tags,
        summary: 'The villages of the station, retired ones too',
        response: { 200: VillageList },
      },
    },
    async (request) => ({ items: await read(context, request, listAllVillages) }),
  )

  app.post(
    '/api/villages',
    {
      config: { access: 'station.configure' },
      schema: { tags, summary: 'Add a village', body: NewVillage, response: { 200: Village } },
    },
    (request) => write(context, request, (tx, actor) => addVillage(tx, actor, request.body)),
  )

  app.patch(
    '/api/villages/:id',
    {
      config: { access: 'station.configure' },
      schema: {
        tags,
        summary: 'Change a village',
        params: IdParams,
        body: VillageChange,
        response: { 200: Village },
      },
    },
    (request) =>
      write(context, request, (tx, actor) => changeVillage(tx, actor, request.params.id, request.body)),
  )

  app.post(
    '/api/villages/:id/retirement',
    {
      config: { access: 'station.configure' },
      schema: {
        tags,
        summary: 'A village is no more: old rows keep it, nothing new is put there',
        params: IdParams,
        response: { 200: Village },
      },
    },
    (request) => write(context, request, (tx, actor) => retireVillage(tx, actor, request.params.id)),
  )

  app.delete(
    '/api/villages/:id/retirement',
    {
      config: { access: 'station.configure' },
      schema: { tags, summary: 'Take a retirement back', params: IdParams, response: { 200: Village } },
    },
    (request) => write(context, request, (tx, actor) => restoreVillage(tx, actor, request.params.id)),
  )

  app.put(
    '/api/village-order',
    {
      config: { access: 'station.configure' },
      schema: {
        tags,
        summary: 'The order of the villages in every list',
        body: VillageOrder,
        response: { 200: VillageList },
      },
    },
    (request) => write(context, request, (tx, actor) => orderVillages(tx, actor, request.body.villageIds)),
  )
}
