import type { Pool } from '../database/pool.ts'
import { readFeedEnd } from '../events/read-feed.ts'
import type { Log } from '../log.ts'
import { inStation } from '../tenancy.ts'
import type { HeardEvent, ReadAudiences } from './audience.ts'
import { readHeard } from './read-heard.ts'
import type { Listener, Signal } from './signal.ts'

export type Tail = {
  join: (listener: Listener) => () => void
  /** Settles once it is known from where it reads: whoever joined before misses nothing after that. */
  begun: Promise<void>
  wake: () => void
  signal: (signal: Signal) => void
  size: () => number
  stop: () => void
}

const pageSize = 500
const heldBackMs = 15

/** Reads one station's feed once for all who watch it, in order, without gaps. */
export function createTail(options: {
  pool: Pool
  stationId: string
  log: Log
  audiences: ReadAudiences
}): Tail {
  const { pool, stationId, log, audiences } = options
  const listeners = new Set<Listener>()
  let cursor: string | undefined
  const begun = Promise.withResolvers<void>()
  let reading = false
  let again = false
  let stopped = false

  function deliver(events: HeardEvent[]): void {
    for (const event of events) for (const listener of listeners) listener.event(event)
  }

  async function pump(): Promise<void> {
    if (reading || stopped) {
      again = true
      return
    }
    reading = true
    try {
      do {
        again = false
        cursor ??= await inStation(pool, stationId, readFeedEnd)
        begun.resolve()
        const page = await inStation(pool, stationId, (tx) => readHeard(tx, audiences, cursor!, pageSize))
        cursor = page.cursor
        deliver(page.events)
        if (page.events.length === pageSize) again = true
        else if (page.heldBack) setTimeout(() => void pump(), heldBackMs).unref()
      } while (again && !stopped)
    } catch (error) {
      log.warn({ err: error as Error }, 'live feed could not be read, trying again')
    } finally {
      reading = false
    }
  }

  void pump()
  return {
    begun: begun.promise,
    join(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    wake: () => void pump(),
    signal: (signal) => {
      for (const listener of listeners) listener.signal(signal)
    },
    size: () => listeners.size,
    stop: () => {
      stopped = true
    },
  }
}
