import { Type } from 'typebox'
import { Id, IdParams } from '../../../contract/common.ts'
import { GroupDoors, NewGroupDoor } from '../../../contract/groups.ts'
import type { Context } from '../../platform/context.ts'
import { officerOf } from '../../platform/http/access.ts'
import type { App } from '../../platform/http/create-http.ts'
import { actorOf, read, write } from '../../platform/http/write.ts'
import { newId } from '../../platform/id.ts'
import type { ApiOf } from '../external-contacts/connection.ts'
import { askGroupDoor } from './ask-group-door.ts'
import { carryGroupDoor } from './carry-group-door.ts'
import { listGroupDoors } from './list-group-doors.ts'

const tags = ['groups']
const made = Type.Object({ id: Id, qrUrl: Type.String() })
const config = { access: 'station.configure' as const }

/** The codes by which residents join. */
export function groupDoorRoutes(app: App, context: Context, apiOf: ApiOf): void {
  app.get(
    '/api/chat-group-doors',
    {
      config: { access: 'residents.read' },
      schema: { tags, summary: 'The codes by which residents join', response: { 200: GroupDoors } },
    },
    (request) => read(context, request, (tx) => listGroupDoors(tx, officerOf(request))),
  )
  app.post(
    '/api/chat-group-doors',
    {
      config,
      schema: {
        tags,
        summary: 'Make a code by which residents join',
        body: NewGroupDoor,
        response: { 200: made },
      },
    },
    async (request) => {
      const { stationId } = officerOf(request)
      const api = await apiOf(stationId)
      const mine = newId()
      const { id } = await write(context, request, (tx, actor) =>
        askGroupDoor(tx, actor, mine, request.body, api !== null),
      )
      return carryGroupDoor(context, api, stationId, actorOf(request), id, id === mine ? 'mine' : 'same')
    },
  )
  app.post(
    '/api/chat-group-doors/:id/retries',
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
      return carryGroupDoor(context, api, stationId, actorOf(request), request.params.id, 'again')
    },
  )
}
