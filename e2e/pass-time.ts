import { addDays, startOfDay, stationDay } from '../server/platform/station-day.ts'
import { inStation } from '../server/platform/tenancy.ts'
import type { Stage } from './stage.ts'

/**
 * As if the time had come: the appointment begins so many minutes from now. What stands at its counter then, as it does in
 * the morning, gives way to days after all others.
 */
export async function bringForward(stage: Stage, number: string, minutes: number): Promise<void> {
  const at = new Date(Date.now() + minutes * 60_000)
  await inStation(stage.context.pool, stage.world.stationId, async (tx) => {
    await tx.client.query(
      `update appointments o set starts_at = l.at + w.n * interval '1 day',
         ends_at = l.at + w.n * interval '1 day' + (o.ends_at - o.starts_at)
       from (select max(ends_at) as at from appointments where station_id = $1) l,
         (select b.id, row_number() over (order by b.id) as n from appointments a
          join appointments b on b.station_id = $1 and b.id <> a.id and b.counter_id = a.counter_id
          where a.station_id = $1 and a.number = $2
            and tstzrange(b.starts_at, b.ends_at) && tstzrange($3::timestamptz, $3::timestamptz + (a.ends_at - a.starts_at))) w
       where o.station_id = $1 and o.id = w.id`,
      [tx.stationId, number, at],
    )
    await tx.client.query(
      `update appointments set starts_at = $3, ends_at = $3::timestamptz + (ends_at - starts_at)
       where station_id = $1 and number = $2`,
      [tx.stationId, number, at],
    )
  })
}

/** A trip that is about one day does not begin in its last minutes. */
export async function stayWithinDay(): Promise<void> {
  const now = new Date()
  const left = startOfDay(addDays(stationDay(now), 1)).getTime() - now.getTime()
  if (left < 90_000) await new Promise((done) => setTimeout(done, left + 1000))
}
