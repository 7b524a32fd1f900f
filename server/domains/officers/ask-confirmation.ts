import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import { newId } from '../../platform/id.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { seeingRoles } from './rules.ts'

export type ConfirmationReason = 'created' | 'role_changed' | 'password_reset'

/**
 * Closes an account that sees residents' matters until a second person confirms it, when the one who opened it, or
 * gave it a password she knows, does not see them herself: who runs the installation must not give herself that
 * sight. The first such accounts of a station work at once, because nobody is there to confirm them.
 */
export async function askConfirmation(
  tx: Tx,
  actor: Actor,
  officerId: string,
  reason: ConfirmationReason,
): Promise<void> {
  const { rowCount } = await tx.client.query(
    `insert into officer_confirmations (station_id, id, officer_id, reason, asked_by)
     select $1, $2, o.id, $4, a.id from officers o join officers a on a.station_id = $1 and a.id = $5
     where o.station_id = $1 and o.id = $3 and o.role = any ($6) and a.role <> all ($6)
       and exists (select from officers x where x.station_id = $1 and x.id <> o.id and x.role = any ($6))
     on conflict (station_id, officer_id) where confirmed_at is null do nothing`,
    [tx.stationId, newId(), officerId, reason, actor.id, seeingRoles],
  )
  if (rowCount === 0) return
  await writeEvents(tx, actor, [
    {
      name: 'officer.confirmation_asked',
      subject: { kind: 'officer', id: officerId },
      data: { reason },
    },
  ])
}
