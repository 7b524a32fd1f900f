import type { BroadcastTemplate } from '../../../../contract/broadcast-templates.ts'
import { notFound } from '../../../platform/errors.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { templateRows, toTemplate } from './template-rows.ts'

/** The template, its row locked when asked: whoever changes it takes it first. */
export async function findTemplate(
  tx: Tx,
  id: string,
  now: Date,
  lock: '' | 'for update' = '',
): Promise<BroadcastTemplate> {
  if (lock)
    await tx.client.query('select from broadcast_templates where station_id = $1 and id = $2 for update', [
      tx.stationId,
      id,
    ])
  const { rows } = await tx.client.query(`${templateRows} and t.id = $2`, [tx.stationId, id])
  if (!rows[0]) throw notFound()
  return toTemplate(rows[0], now)
}
