import { type CallbackSource, callbackSources } from '../../../contract/wechat.ts'
import type { Tx } from '../../platform/tenancy.ts'

type Heard = { source: CallbackSource; heardAt: string | null; signedWith: 'new' | 'old' | null }

/** Of each place of the admin console what came last and whether our newest key signed it. A key that is gone is an old one. */
export async function listSources(tx: Tx): Promise<Heard[]> {
  const { rows } = await tx.client.query({
    name: 'list-wechat-sources',
    text: `select w.source, w.heard_at, exists (select from wechat_secrets s where s.station_id = $1 and s.id = w.secret_id
        and s.retires_at is null) as is_new from wechat_sources w where w.station_id = $1`,
    values: [tx.stationId],
  })
  return callbackSources.map((source) => {
    const row = rows.find((each) => each.source === source)
    if (!row) return { source, heardAt: null, signedWith: null }
    return { source, heardAt: row.heard_at.toISOString(), signedWith: row.is_new ? 'new' : 'old' }
  })
}
