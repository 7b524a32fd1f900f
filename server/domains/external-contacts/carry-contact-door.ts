import type { Api } from '../../gateways/wecom/api/api.ts'
import { addContactWay } from '../../gateways/wecom/calls/add-contact-way.ts'
import { findContactWay } from '../../gateways/wecom/calls/find-contact-way.ts'
import type { Context } from '../../platform/context.ts'
import { AppError } from '../../platform/errors.ts'
import type { Actor } from '../../platform/events/write-events.ts'
import { inStation } from '../../platform/tenancy.ts'
import { carryDoor } from './carry-door.ts'
import { notConnected } from './connection.ts'

/** How far the two clocks may be apart. */
const skewMs = 600_000

/**
 * Gets the code of a door of work accounts. Where an earlier call was never answered, WeCom's own list is looked through
 * first: the code it made is taken over, so that there never are two.
 */
export function carryContactDoor(
  context: Pick<Context, 'pool'>,
  api: Api | null,
  stationId: string,
  actor: Actor,
  id: string,
  why: 'mine' | 'again' | 'same',
): Promise<{ id: string; qrUrl: string }> {
  return carryDoor(
    context,
    stationId,
    actor,
    {
      table: 'contact_doors',
      path: 'externalcontact/add_contact_way',
      made: 'contact_door.made',
      unanswered: 'contact_door.unanswered',
      subjectOf: async (_tx, door) => ({ kind: 'contact_door', id: door.id }),
      isConnected: api !== null,
      async ask(door) {
        if (!api) throw new AppError('unavailable', notConnected)
        const { state, userIds } = await inStation(context.pool, stationId, async (tx) => {
          const { rows } = await tx.client.query(
            'select state, user_ids as "userIds" from contact_doors where station_id = $1 and id = $2',
            [tx.stationId, door.id],
          )
          return rows[0] as { state: string; userIds: string[] }
        })
        const span = {
          from: new Date(door.askedAt.getTime() - skewMs),
          to: new Date(api.config.now() + skewMs),
        }
        const found = door.lost > 0 ? await findContactWay(api, { state, ...span }) : null
        return found ?? addContactWay(api, { userIds, state, remark: door.label })
      },
    },
    id,
    why,
  )
}
