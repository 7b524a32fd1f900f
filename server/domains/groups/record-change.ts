import { writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

export type GroupChange = {
  kind: 'appeared' | 'joined' | 'left' | 'renamed' | 'owner' | 'dismissed' | 'gap'
  joined?: number
  gone?: number
  staff?: string[]
  foundBy: 'callback' | 'comparison'
}

/** A row of the group's history and the event that brings it to the screens. */
export async function recordChange(tx: Tx, groupId: string, change: GroupChange): Promise<void> {
  const { kind, joined = 0, gone = 0, staff = [], foundBy } = change
  const { rows } = await tx.client.query({
    name: 'record-group-change',
    text: `with noted as (
        insert into chat_group_changes (station_id, id, group_id, kind, joined, gone, staff, found_by) values ($1, $2, $3, $4, $5, $6, $7, $8)
      ) select village_id from chat_groups where station_id = $1 and id = $3`,
    values: [tx.stationId, newId(), groupId, kind, joined, gone, staff, foundBy],
  })
  await writeEvents(tx, { kind: 'system', id: null }, [
    {
      name: kind === 'gap' ? 'chat_group.gap_found' : 'chat_group.changed',
      subject: { kind: 'chat_group', id: groupId },
      villageId: rows[0]?.village_id ?? null,
      data: { kind, joined, gone, foundBy },
    },
  ])
}
