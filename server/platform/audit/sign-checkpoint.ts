import type { KeyObject } from 'node:crypto'
import type { Tx } from '../tenancy.ts'
import type { Checkpoint } from './anchors.ts'
import { publicBytes, signStatement } from './audit-key.ts'
import { lockHead } from './seal-events.ts'

/**
 * Signs "after so many events the head is this" and keeps it in the database; null when nothing was sealed since
 * the last one. The count in it is what betrays a tail that was cut off: a chain cut short is still a chain.
 */
export async function signCheckpoint(tx: Tx, key: KeyObject, now: Date): Promise<Checkpoint | null> {
  const head = await lockHead(tx)
  if (head.position === 0) return null
  const statement = {
    stationId: tx.stationId,
    position: head.position,
    headHash: head.hash,
    feedCursor: head.cursor,
    signedAt: now,
  }
  const checkpoint = { ...statement, signature: signStatement(key, statement), publicKey: publicBytes(key) }
  const { rowCount } = await tx.client.query({
    name: 'keep-checkpoint',
    text: `insert into audit_checkpoints (station_id, position, head_hash, feed_cursor, signature, public_key, signed_at)
           values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    values: [
      tx.stationId,
      head.position,
      head.hash,
      head.cursor,
      checkpoint.signature,
      checkpoint.publicKey,
      now,
    ],
  })
  return rowCount === 1 ? checkpoint : null
}
