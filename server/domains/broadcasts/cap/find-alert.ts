import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { type AlertRow, alertRows } from './alert-rows.ts'

export async function findAlert(tx: Tx, id: string): Promise<AlertRow> {
  const { rows } = await tx.client.query(`${alertRows} and a.id = $2`, [tx.stationId, id])
  if (!rows[0]) throw notFound()
  return rows[0]
}
