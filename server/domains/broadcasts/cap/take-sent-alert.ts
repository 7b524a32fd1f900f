import { timingSafeEqual } from 'node:crypto'
import { type CapReceipt, largestCapSent } from '../../../../contract/cap.ts'
import type { Context } from '../../../platform/context.ts'
import { AppError } from '../../../platform/errors.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { findStation } from '../../officers/views.ts'
import { hashSecret } from './hash-secret.ts'
import { receiveAlert } from './receive-alert.ts'

/**
 * An alert that the county's sender hands in. Whether there is such a station, or a door, is not told to who has no
 * secret. Returns after the commit; sent again it changes nothing.
 */
export async function takeSentAlert(
  { pool }: Pick<Context, 'pool'>,
  stationCode: string,
  secret: string,
  bytes: Buffer,
  requestId: string,
): Promise<CapReceipt> {
  const station = await findStation(pool, stationCode)
  const hash = hashSecret(secret)
  if (!station) throw noEntry()
  return inStation(pool, station.id, async (tx) => {
    const { rows } = await tx.client.query(
      `select id, secret_hash as hash from cap_doors
       where station_id = $1 and (ends_at is null or ends_at > clock_timestamp())`,
      [tx.stationId],
    )
    // Each is compared, and each in full: the time tells nothing.
    const door = rows.filter((row) => timingSafeEqual(row.hash, hash))[0]
    if (!door) throw noEntry()
    await tx.client.query(
      'update cap_doors set used_at = clock_timestamp() where station_id = $1 and id = $2',
      [tx.stationId, door.id],
    )
    const actor = { kind: 'system' as const, id: null, requestId }
    return receiveAlert(tx, actor, { bytes, how: 'sent', maxBytes: largestCapSent })
  })
}

const noEntry = () => new AppError('unauthenticated', '口令不对，或者这里没有开通接收预警。')
