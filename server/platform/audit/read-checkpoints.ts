import type { Tx } from '../tenancy.ts'
import type { Checkpoint } from './anchors.ts'

/** The checkpoints the database holds, oldest first. */
export async function readCheckpoints(tx: Tx): Promise<Checkpoint[]> {
  const { rows } = await tx.client.query(
    `select position, head_hash, feed_cursor, signature, public_key, signed_at from audit_checkpoints
     where station_id = $1 order by position`,
    [tx.stationId],
  )
  return rows.map((row) => ({
    stationId: tx.stationId,
    position: row.position,
    headHash: row.head_hash,
    feedCursor: row.feed_cursor,
    signedAt: row.signed_at,
    signature: row.signature,
    publicKey: row.public_key,
  }))
}
