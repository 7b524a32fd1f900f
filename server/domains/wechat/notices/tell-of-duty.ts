import type { Context } from '../../../platform/context.ts'
import { addDays, startOfDay, stationDay } from '../../../platform/station-day.ts'
import { inStation } from '../../../platform/tenancy.ts'
import { makeNotices } from './make-notices.ts'

const hour = 3_600_000
/** From six in the evening one hears of the next day. */
const eveningHour = 18
const justBegunMs = 15 * 60_000

/** By the clock: who has duty tomorrow hears of it in the evening, and again when it begins. */
export async function tellOfDuty(
  { pool }: Pick<Context, 'pool'>,
  stationId: string,
  now = new Date(),
): Promise<void> {
  await inStation(pool, stationId, async (tx) => {
    const shifts = async (from: Date, until: Date) =>
      (
        await tx.client.query(
          'select id, officer_id from duty_shifts where station_id = $1 and starts_at >= $2 and starts_at < $3',
          [stationId, from, until],
        )
      ).rows as { id: string; officer_id: string }[]
    const today = stationDay(now)
    const tomorrow = addDays(today, 1)
    if (now.getTime() >= startOfDay(today).getTime() + eveningHour * hour) {
      const next = await shifts(startOfDay(tomorrow), startOfDay(addDays(tomorrow, 1)))
      const officers = [...new Set(next.map(({ officer_id }) => officer_id))]
      await makeNotices(tx, officers, { kind: 'duty_tomorrow', about: tomorrow })
    }
    for (const { id, officer_id } of await shifts(new Date(now.getTime() - justBegunMs), now))
      await makeNotices(tx, [officer_id], { kind: 'duty_now', about: id })
  })
}
