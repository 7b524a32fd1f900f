import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'

/** The file of an alert, byte by byte as it came. */
export async function readBytes(tx: Tx, id: string): Promise<Buffer> {
  const { rows } = await tx.client.query('select bytes from cap_alerts where station_id = $1 and id = $2', [
    tx.stationId,
    id,
  ])
  if (!rows[0]) throw notFound()
  return rows[0].bytes
}
