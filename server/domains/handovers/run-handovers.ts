import type { Api } from '../../gateways/wecom/api/api.ts'
import { ApiError } from '../../gateways/wecom/api/api-error.ts'
import type { Pool } from '../../platform/database/pool.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import { inStation } from '../../platform/tenancy.ts'
import { carryContacts, settleContacts } from './carry-contacts.ts'
import { carryGroups } from './carry-groups.ts'
import type { Running } from './item-states.ts'

/**
 * Carries the handings over of a station to WeCom: one worker each, of all processes. A worker that dies leaves them to
 * the next one after two minutes, who first asks what had become of the last call.
 */
export async function runHandovers(pool: Pool, api: Api, stationId: string): Promise<void> {
  for (let run = await take(pool, stationId); run; run = await take(pool, stationId)) {
    try {
      await carryGroups(pool, api, run)
      await carryContacts(pool, api, run)
      await settleContacts(pool, api, run)
      await rest(pool, run, 10 * 60)
    } catch (error) {
      await rest(pool, run, 30)
      if (!(error instanceof ApiError)) throw error
    }
  }
}

async function take(pool: Pool, stationId: string): Promise<Running | null> {
  const { rows } = await inStation(pool, stationId, (tx) =>
    tx.client.query({
      name: 'take-handover',
      text: `update handovers h set leased_until = clock_timestamp() + interval '2 minutes'
        where h.station_id = $1 and h.id = (select id from handovers where station_id = $1 and finished_at is null
          and poll_at <= clock_timestamp() and coalesce(leased_until, '-infinity') < clock_timestamp() order by asked_at limit 1 for update skip locked)
        returning id, from_account as "from", to_account as "to", has_left as "hasLeft", to_officer_id as "toOfficerId"`,
      values: [stationId],
    }),
  )
  return rows[0] ? { stationId, ...rows[0] } : null
}

/** Lets go until the next look; done when nothing is open any more. */
async function rest(pool: Pool, run: Running, seconds: number): Promise<void> {
  await inStation(pool, run.stationId, async (tx) => {
    const { rows } = await tx.client.query(
      `update handovers h set leased_until = null, poll_at = clock_timestamp() + $3 * interval '1 second',
         finished_at = case when not exists (select from handover_items i where i.station_id = $1 and i.handover_id = $2
           and i.state in ('waiting', 'asking', 'asked')) then clock_timestamp() end
       where h.station_id = $1 and h.id = $2 and h.finished_at is null returning finished_at`,
      [run.stationId, run.id, seconds],
    )
    if (rows[0]?.finished_at)
      await writeEvents(tx, { kind: 'system', id: null }, [
        { name: 'handover.finished', subject: { kind: 'handover', id: run.id } },
      ])
  })
}

/** A callback says that something became of a transfer: WeCom is asked at once. */
export async function hastenHandovers(pool: Pool, stationId: string): Promise<void> {
  await inStation(pool, stationId, (tx) =>
    tx.client.query(
      'update handovers set poll_at = clock_timestamp() where station_id = $1 and finished_at is null and poll_at > clock_timestamp()',
      [stationId],
    ),
  )
}
