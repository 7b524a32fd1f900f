import type { Context } from '../../platform/context.ts'
import { writeEvents } from '../../platform/events/write-events.ts'
import type { JobData } from '../../platform/jobs/jobs.ts'
import { inStation } from '../../platform/tenancy.ts'
import { assignByRoster } from './assign-by-roster.ts'

const system = { kind: 'system', id: null } as const

/**
 * The job after a contact was changed or matched: when her village has become known, her open conversations without one
 * get it, and those nobody holds go to whom the village and the roster name. One that a person has called "unknown" by
 * hand stays so, and nothing is put into a village that is no more.
 */
export async function placeConversations(
  { pool }: Pick<Context, 'pool'>,
  { stationId, contactId }: JobData,
): Promise<void> {
  if (typeof contactId !== 'string') return
  await inStation(pool, stationId, async (tx) => {
    const { rows } = await tx.client.query(
      `update conversations c set village_id = p.village_id
       from contacts p join villages v on v.station_id = p.station_id and v.id = p.village_id and v.retired_at is null
       where c.station_id = $1 and c.contact_id = $2 and c.village_id is null and c.closed_at is null
         and p.station_id = $1 and p.id = $2 and not exists (select from triage_corrections t
           where t.station_id = $1 and t.conversation_id = c.id and t.field = 'village')
       returning c.id, c.village_id as "villageId"`,
      [stationId, contactId],
    )
    await writeEvents(
      tx,
      system,
      rows.map(({ id, villageId }) => ({
        name: 'conversation.placed',
        subject: { kind: 'conversation', id },
        conversationId: id,
        contactId,
        villageId,
      })),
    )
    for (const { id, villageId } of rows) await assignByRoster(tx, system, id, villageId)
  })
}
