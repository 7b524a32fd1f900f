import type { Static } from 'typebox'
import type { WechatSetup } from '../../../../contract/wechat.ts'
import { openSecret } from '../../../platform/seal-secret.ts'
import type { Tx } from '../../../platform/tenancy.ts'
import { aboutOf } from '../channel.ts'

export type OpenChange = {
  id: string
  askedBy: string
  askedAt: Date
  expiresAt: Date
  aloneSince: Date | null
  setup: Static<typeof WechatSetup>
}

/** The change that waits, with the values that were asked for; null where none does. */
export async function readOpenChange(tx: Tx, dataDir: string): Promise<OpenChange | null> {
  const { rows } = await tx.client.query({
    name: 'read-open-wechat-change',
    text: `select id, sealed, asked_by, asked_at, expires_at, alone_since from wechat_changes
           where station_id = $1 and closed_at is null`,
    values: [tx.stationId],
  })
  const row = rows[0]
  if (!row) return null
  return {
    id: row.id,
    askedBy: row.asked_by,
    askedAt: row.asked_at,
    expiresAt: row.expires_at,
    aloneSince: row.alone_since,
    setup: JSON.parse(openSecret(dataDir, aboutOf(tx.stationId, row.id), row.sealed)),
  }
}
