import { reconcileParts } from '../../../contract/vocabulary.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { askReconcile } from '../external-contacts/ask-reconcile.ts'

/** Every night all of a connected station is compared with WeCom: what callbacks did not say is made good. */
export async function askNightly(tx: Tx): Promise<void> {
  const { rowCount } = await tx.client.query('select from wechat_channels where station_id = $1', [
    tx.stationId,
  ])
  if (rowCount! > 0) await askReconcile(tx, { kind: 'system', id: null }, reconcileParts)
}
