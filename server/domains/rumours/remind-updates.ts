import { writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { rumourRows } from './rumour-rows.ts'

const system = { kind: 'system', id: null } as const

/**
 * The job of every few minutes: says, once a version, that the moment promised to residents has passed without an
 * update. Open screens hear it. Returns how many.
 */
export async function remindUpdates(tx: Tx): Promise<number> {
  const { rows } = await tx.client.query(
    `insert into rumour_reminders (station_id, rumour_id, version)
     select $1, r.id, r.current_version from (${rumourRows}) r where r.due and r.current_version is not null
     on conflict do nothing returning rumour_id as id, version`,
    [tx.stationId, null],
  )
  await writeEvents(
    tx,
    system,
    rows.map(({ id, version }) => ({
      name: 'rumour.update_due' as const,
      subject: { kind: 'rumour', id },
      data: { version },
    })),
  )
  return rows.length
}
