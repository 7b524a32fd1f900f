import type { Tx } from '../../platform/tenancy.ts'

/** The words of the official notices about a rumour. */
export async function readNotices(tx: Tx, id: string): Promise<string[]> {
  const { rows } = await tx.client.query(
    `select says from rumour_evidence where station_id = $1 and rumour_id = $2 and kind = 'official_notice' and withdrawn_at is null`,
    [tx.stationId, id],
  )
  return rows.map(({ says }) => says)
}
