import type { ObservedCall } from '../../gateways/wecom/api/api-config.ts'
import type { Context } from '../../platform/context.ts'
import { inStation } from '../../platform/tenancy.ts'

type Count = {
  calls: number
  refused: number
  throttled: number
  tokenAt: Date | null
  refusedAt: Date | null
  refusal: string | null
}

const fresh = (): Count => ({
  ...{ calls: 0, refused: 0, throttled: 0 },
  ...{ tokenAt: null, refusedAt: null, refusal: null },
})
const countsBy = new WeakMap<object, Map<string, Count>>()

function countsOf(pool: Context['pool']): Map<string, Count> {
  const counts = countsBy.get(pool) ?? new Map<string, Count>()
  countsBy.set(pool, counts)
  return counts
}

/** Too many calls, of a kind or at once. */
const throttling = new Set([45009, 45033])

/** Counts what a station's connection asks of the server, in memory until it is kept. */
export function countCalls(pool: Context['pool'], stationId: string): (call: ObservedCall) => void {
  return ({ path, errcode }) => {
    const counts = countsOf(pool)
    const count = counts.get(stationId) ?? fresh()
    counts.set(stationId, count)
    count.calls++
    if (errcode !== undefined && throttling.has(errcode)) count.throttled++
    else if (errcode !== undefined && errcode !== 0) count.refused++
    if (path !== 'gettoken' || errcode === undefined) return
    // Which of the two came last, their times say: one connection may still go on by a secret that another is refused.
    if (errcode === 0) count.tokenAt = new Date()
    else Object.assign(count, { refusedAt: new Date(), refusal: String(errcode) })
  }
}

/** Adds what this process counted to the hour's row; every process adds its own. */
export async function keepCounts({ pool }: Pick<Context, 'pool'>, stationId: string): Promise<void> {
  const counts = countsOf(pool)
  const count = counts.get(stationId)
  if (!count) return
  counts.delete(stationId)
  const { calls, refused, throttled, tokenAt, refusedAt, refusal } = count
  await inStation(pool, stationId, async (tx) => {
    await tx.client.query(
      `insert into wechat_calls as w (station_id, hour, calls, refused, throttled)
       values ($1, date_trunc('hour', clock_timestamp()), $2, $3, $4)
       on conflict (station_id, hour) do update set calls = w.calls + excluded.calls,
         refused = w.refused + excluded.refused, throttled = w.throttled + excluded.throttled`,
      [stationId, calls, refused, throttled],
    )
    await tx.client.query(
      `delete from wechat_calls where station_id = $1 and hour < clock_timestamp() - interval '8 days'`,
      [stationId],
    )
    if (tokenAt || refusedAt)
      await tx.client.query(
        `update wechat_channels set token_at = greatest(token_at, $2::timestamptz),
           token_refused_at = greatest(token_refused_at, $3::timestamptz), token_refusal = coalesce($4, token_refusal)
         where station_id = $1`,
        [stationId, tokenAt, refusedAt, refusal],
      )
  })
}
