import { openSecret } from '../../platform/seal-secret.ts'
import type { Tx } from '../../platform/tenancy.ts'
import { aboutOf } from './channel.ts'

/** The application's secret that counts, opened; null where none was typed in yet. */
export async function newestSecret(tx: Tx, dataDir: string): Promise<string | null> {
  const { rows } = await tx.client.query(
    `select id, sealed from wechat_secrets where station_id = $1 and kind = 'app_secret' and retires_at is null`,
    [tx.stationId],
  )
  return rows[0] ? openSecret(dataDir, aboutOf(tx.stationId, rows[0].id), rows[0].sealed) : null
}
