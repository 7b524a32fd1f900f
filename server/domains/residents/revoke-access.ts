import { type Actor, writeEvents } from '../../platform/events/write-events.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { shutDoor } from './digital-door.ts'

/** Shuts every phone and link out that has opened this contact so far. Returns the version that counts from now on. */
export async function revokeAccess(tx: Tx, actor: Actor, contactId: string): Promise<number> {
  const { accessVersion } = await tx.db
    .updateTable('contacts')
    .set((row) => ({ accessVersion: row('accessVersion', '+', 1) }))
    .where('stationId', '=', tx.stationId)
    .where('id', '=', contactId)
    .returning('accessVersion')
    .executeTakeFirstOrThrow()
  // The resident's own phone stays in; when an officer does it, the phone is lost and none is left.
  if (actor.kind === 'officer') await shutDoor(tx, contactId)
  // Codes read out before are worth nothing either.
  await tx.client.query(
    'update access_codes set expires_at = now() where station_id = $1 and contact_id = $2 and used_at is null',
    [tx.stationId, contactId],
  )
  await writeEvents(tx, actor, [
    { name: 'access.revoked', subject: { kind: 'contact', id: contactId }, contactId },
  ])
  return accessVersion
}
