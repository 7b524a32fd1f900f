import type { CapDoor } from '../../../../contract/cap.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { readDoor } from './read-door.ts'

/** No secret counts any more. */
export async function closeDoor(tx: Tx, actor: Actor): Promise<CapDoor> {
  const { rowCount } = await tx.client.query(
    `update cap_doors set ends_at = clock_timestamp()
     where station_id = $1 and (ends_at is null or ends_at > clock_timestamp())`,
    [tx.stationId],
  )
  if (rowCount)
    await writeEvents(tx, actor, [
      { name: 'cap_door.closed', subject: { kind: 'station', id: tx.stationId } },
    ])
  return readDoor(tx)
}
