import type { EventName } from '../../../../contract/event-names.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import type { Tx } from '../../../platform/tenancy.ts'

type Outcome = 'approved' | 'refused' | 'withdrawn' | 'replaced' | 'expired' | 'alone'

const eventOf: Record<Outcome, EventName> = {
  approved: 'wechat_change.approved',
  refused: 'wechat_change.refused',
  withdrawn: 'wechat_change.withdrawn',
  replaced: 'wechat_change.replaced',
  expired: 'wechat_change.expired',
  alone: 'wechat_change.took_effect',
}

/** Ends a change that waited. Its values and secrets are of no use from now on: their seal goes. */
export async function closeChange(
  tx: Tx,
  actor: Actor,
  change: { id: string; askedBy: string },
  outcome: Outcome,
  reason: string | null = null,
): Promise<void> {
  await tx.client.query(
    `update wechat_changes set closed_at = clock_timestamp(), outcome = $3, closed_by = $4, reason = $5, sealed = null
     where station_id = $1 and id = $2`,
    [tx.stationId, change.id, outcome, actor.kind === 'officer' ? actor.id : null, reason],
  )
  await writeEvents(tx, actor, [
    {
      name: eventOf[outcome],
      subject: { kind: 'wechat_change', id: change.id },
      data: { askedBy: change.askedBy },
    },
  ])
}
