import { Type } from 'typebox'
import { Id, IdParams } from '../../../contract/common.ts'
import { ContactDoors, NewContactDoor } from '../../../contract/external-contacts.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { newId } from '../../platform/id.ts'
import { askContactDoor } from './ask-contact-door.ts'
import { carryContactDoor } from './carry-contact-door.ts'
import type { ApiOf } from './connection.ts'
import { listContactDoors } from './list-contact-doors.ts'

const tags = ['external-contacts']
const made = Type.Object({ id: Id, qrUrl: Type.String() })
const config = { access: 'station.configure' as const }

/** The codes by which residents add work accounts. */
export function contactDoorRoutes(app: App, context: Context, apiOf: ApiOf): void {
  app.get(
    '/api/contact-doors',
    {
      config: { access: 'residents.read' },
      schema: { tags, summary: 'The doors of the work accounts', response: { 200: ContactDoors } },
    },
    (request) => read(context, request, listContactDoors),
  )
  app.post(
    '/api/contact-doors',
    {
      config,
      schema: {
        tags,
        summary: 'Make a code by which residents add work accounts',
        body: NewContactDoor,
        response: { 200: made },
      },
    },
    async (request) => {
      const { stationId } = officerOf(request)
      const api = await apiOf(stationId)
      const mine = newId()
      const { id } = await write(context, request, (tx, actor) =>
        askContactDoor(tx, actor, mine, request.body, api !== null),
      )
      return carryContactDoor(context, api, stationId, actorOf(request), id, id === mine ? 'mine' : 'same')
    },
  )
  app.post(
    '/api/contact-doors/:id/retries',
    {
      config,
      schema: {
        tags,
        summary: 'Try again for a code of which no answer came',
        params: IdParams,
        response: { 200: made },
      },
    },
    async (request) => {
      const { stationId } = officerOf(request)
      const api = await apiOf(stationId)
      return carryContactDoor(context, api, stationId, actorOf(request), request.params.id, 'again')
    },
  )
}
