import type { EventName } from '../../../contract/event-names.ts'
import type { BroadcastStep } from '../../../contract/vocabulary.ts'
import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Writes what became of a broadcast, and the event of it, in the transaction that holds its row. */
export async function addStep(
  tx: Tx,
  actor: Actor,
  { id, version, step, note = '' }: { id: string; version: number; step: BroadcastStep; note?: string },
  event: { name: EventName; data?: Record<string, unknown> } | null,
): Promise<void> {
  await tx.db
    .insertInto('broadcastSteps')
    .values({
      stationId: tx.stationId,
      id: newId(),
      broadcastId: id,
      version,
      step,
      note,
      byId: actor.kind === 'officer' ? actor.id : null,
    })
    .execute()
  if (event)
    await writeEvents(tx, actor, [
      { name: event.name, subject: { kind: 'broadcast', id }, data: { version, ...event.data } },
    ])
}
