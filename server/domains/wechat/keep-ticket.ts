import type { TokenStore } from '../../gateways/wecom/api/token-source.ts'
import type { Context } from '../../platform/context.ts'
import { openSecret, sealSecret } from '../../platform/seal-secret.ts'
import { inStation } from '../../platform/tenancy.ts'

type TicketOf = { stationId: string; kind: 'corporation' | 'application'; ofApp: string }

/** Where the processes share a ticket; sealed like every secret of others. */
export function keepTicket(
  { pool, config }: Pick<Context, 'pool' | 'config'>,
  { stationId, kind, ofApp }: TicketOf,
): TokenStore {
  const about = `wechat ticket ${stationId} ${kind} ${ofApp}`
  return {
    async load() {
      const { rows } = await inStation(pool, stationId, (tx) =>
        tx.client.query(
          'select sealed, expires_at from wechat_tickets where station_id = $1 and kind = $2 and of_app = $3',
          [stationId, kind, ofApp],
        ),
      )
      if (!rows[0]) return undefined
      const { sealed, expires_at: expiresAt } = rows[0]
      return { value: openSecret(config.dataDir, about, sealed), expiresAt: expiresAt.getTime() }
    },
    async save({ value, expiresAt }) {
      const sealed = sealSecret(config.dataDir, about, value)
      await inStation(pool, stationId, (tx) =>
        tx.client.query(
          `insert into wechat_tickets (station_id, kind, of_app, sealed, expires_at) values ($1, $2, $3, $4, $5)
           on conflict (station_id, kind) do update set of_app = excluded.of_app, sealed = excluded.sealed,
             expires_at = excluded.expires_at`,
          [stationId, kind, ofApp, sealed, new Date(expiresAt)],
        ),
      )
    },
  }
}
