import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'

/**
 * Writes down that somebody opened a person's entry, once for each of her contacts: the log is asked by contact, and
 * whichever of hers she asks with, she learns of this look.
 */
export async function recordResidentRead(
  tx: Tx,
  actor: Actor,
  residentId: string,
  villageId: string | null,
): Promise<void> {
  const { rows } = await tx.client.query({
    name: 'contacts-that-learn-of-look',
    text: 'select id from contacts where station_id = $1 and resident_id = $2 and removed_at is null',
    values: [tx.stationId, residentId],
  })
  const contactIds = rows.length > 0 ? rows.map(({ id }) => id) : [null]
  await writeEvents(
    tx,
    actor,
    contactIds.map((contactId) => ({
      ...{ name: 'resident.read' as const, subject: { kind: 'resident', id: residentId } },
      ...{ contactId, villageId },
    })),
  )
}
