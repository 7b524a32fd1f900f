import { randomBytes } from 'node:crypto'
import type { CapSecret } from '../../../../contract/cap.ts'
import { type Actor, writeEvents } from '../../../platform/events/write-events.ts'
import { newId } from '../../../platform/id.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { hashSecret } from './hash-secret.ts'
import { readDoor } from './read-door.ts'

/**
 * A new secret for the county's sender, told this once. The one before counts for another day, so that no alert is lost
 * while it is changed over there; those before that end now.
 */
export async function openDoor(tx: Tx, actor: Actor): Promise<CapSecret> {
  const secret = randomBytes(32).toString('base64url')
  await tx.client.query(
    `update cap_doors d set ends_at = case when ends_at is null then clock_timestamp() + interval '24 hours' else clock_timestamp() end
     where station_id = $1 and (ends_at is null or ends_at > clock_timestamp())`,
    [tx.stationId],
  )
  await tx.client.query(
    'insert into cap_doors (station_id, id, secret_hash, made_by) values ($1, $2, $3, $4)',
    [tx.stationId, newId(), hashSecret(secret), actor.id],
  )
  await writeEvents(tx, actor, [{ name: 'cap_door.opened', subject: { kind: 'station', id: tx.stationId } }])
  return { secret, door: await readDoor(tx) }
}
