import type { Tx } from '../../platform/tenancy.ts'
import { findStation } from '../officers/views.ts'
import { type QuietHours, quietHoursOf } from './schedule-rules.ts'

/** What time it is for everybody, and what the station has set. Several processes share one clock: the database's. */
export async function readClock(
  tx: Tx,
): Promise<{ now: Date; quiet: QuietHours; settings: Record<string, unknown>; stationName: string }> {
  const { rows } = await tx.client.query('select clock_timestamp() as now')
  const station = await findStation(tx, tx.stationId)
  const settings = station?.settings ?? {}
  return { now: rows[0].now, quiet: quietHoursOf(settings), settings, stationName: station?.name ?? '' }
}
