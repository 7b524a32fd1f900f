import { openClient } from './raw-client.ts'

export type LoadResult = {
  perSecond: number
  p50: number
  p95: number
  p99: number
  max: number
  count: number
  failures: number
}

export function percentile(sorted: Float64Array | number[], share: number): number {
  if (sorted.length === 0) return Number.NaN
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}

export function summarise(millis: number[], seconds: number, failures: number): LoadResult {
  const sorted = Float64Array.from(millis).sort()
  return {
    perSecond: Math.round(millis.length / seconds),
    p50: round(percentile(sorted, 0.5)),
    p95: round(percentile(sorted, 0.95)),
    p99: round(percentile(sorted, 0.99)),
    max: round(sorted.at(-1) ?? Number.NaN),
    count: millis.length,
    failures,
  }
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}

/**
 * So many clients, each its own connection, one request after the other, for so many seconds. `perSecond` paces the
 * whole; latency then counts from when a request was due, so that a stall is not hidden by the waiting client.
 */
export async function runLoad(options: {
  port: number
  clients: number
  seconds: number
  next: (client: number, turn: number) => Buffer | Buffer[]
  expect: number
  perSecond?: number
}): Promise<LoadResult> {
  const millis: number[] = []
  let failures = 0
  const start = performance.now()
  const end = start + options.seconds * 1000
  const gap = options.perSecond ? (options.clients / options.perSecond) * 1000 : 0
  await Promise.all(
    Array.from({ length: options.clients }, async (_, client) => {
      const connection = await openClient(options.port)
      for (let turn = 0; performance.now() < end; turn++) {
        const due = gap ? start + (client / options.clients) * gap + turn * gap : performance.now()
        const wait = due - performance.now()
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait))
        const from = gap ? due : performance.now()
        for (const request of [options.next(client, turn)].flat()) {
          const { status } = await connection.send(request)
          if (status !== options.expect && status !== 200) failures++
        }
        millis.push(performance.now() - from)
      }
      connection.close()
    }),
  )
  return summarise(millis, (performance.now() - start) / 1000, failures)
}
