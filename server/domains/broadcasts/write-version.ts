import type { BroadcastContent } from '../../../contract/broadcasts.ts'
import type { Tx } from '../../platform/tenancy.ts'

/** Puts a version down: a new one, or (`change`) over the newest, which nobody has submitted yet. Returns when, to the millisecond. */
export async function writeVersion(
  tx: Tx,
  broadcastId: string,
  version: number,
  writtenBy: string,
  content: BroadcastContent,
  how: 'new' | 'change',
): Promise<string> {
  const { rows } = await tx.client.query(
    how === 'new'
      ? `insert into broadcast_versions (station_id, broadcast_id, version, written_by, title, body, spoken, file_ids, channels, audience,
           send_at, shown_until, template_key, written_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, date_trunc('milliseconds', clock_timestamp())) returning written_at`
      : `update broadcast_versions set written_by = $4, title = $5, body = $6, spoken = $7, file_ids = $8, channels = $9, audience = $10,
           send_at = $11, shown_until = $12, template_key = $13, written_at = date_trunc('milliseconds', clock_timestamp())
         where station_id = $1 and broadcast_id = $2 and version = $3 returning written_at`,
    [
      ...[tx.stationId, broadcastId, version, writtenBy, content.title, content.body, content.spoken],
      ...[content.fileIds, content.channels, JSON.stringify(content.audience)],
      ...[
        content.sendAt && new Date(content.sendAt),
        content.shownUntil && new Date(content.shownUntil),
        content.templateKey,
      ],
    ],
  )
  return rows[0].written_at.toISOString()
}
