import { addDays, startOfDay, stationDay } from '../server/platform/station-day.ts'
import { inStation } from '../server/platform/tenancy.ts'
import type { Stage } from './stage.ts'

/**
 * As if the time had come: the appointment begins so many minutes from now. What stands at its counter then, as it does in
 * the morning, gives way by two months.
 */
export async function bringForward(stage: Stage, number: string, minutes: number): Promise<void> {
  await inStation(stage.context.pool, stage.world.stationId, async (tx) => {
    await tx.client.query(
      `update appointments o set starts_at = o.starts_at + interval '60 days', ends_at = o.ends_at + interval '60 days'
       from appointments a where a.station_id = $1 and a.number = $2 and o.station_id = $1 and o.id <> a.id
         and o.counter_id = a.counter_id
         and tstzrange(o.starts_at, o.ends_at) && tstzrange($3::timestamptz, $3::timestamptz + (a.ends_at - a.starts_at))`,
      [tx.stationId, number, new Date(Date.now() + minutes * 60_000)],
    )
    await tx.client.query(
      `update appointments set starts_at = $3, ends_at = $3::timestamptz + (ends_at - starts_at)
       where station_id = $1 and number = $2`,
      [tx.stationId, number, new Date(Date.now() + minutes * 60_000)],
    )
  })
}

/** A trip that is about one day does not begin in its last minutes. */
export async function stayWithinDay(): Promise<void> {
  const now = new Date()
  const left = startOfDay(addDays(stationDay(now), 1)).getTime() - now.getTime()
  if (left < 90_000) await new Promise((done) => setTimeout(done, left + 1000))
}
