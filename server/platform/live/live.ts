import pg from 'pg'
import type { Pool } from '../database/pool.ts'
import { wakeUps } from '../events/announce.ts'
import type { Log } from '../log.ts'
import type { ReadAudiences } from './audience.ts'
import type { Listener, Signal } from './signal.ts'
import { createTail, type Tail } from './tail.ts'

export type Live = {
  /** Joins a station's feed; returns how to leave, and when what comes is complete from then on. */
  subscribe: (stationId: string, listener: Listener) => { leave: () => void; begun: Promise<void> }
  signal: (signal: Signal) => void
  subscribers: () => number
  /** How it is found whom an event concerns; also for who catches up by herself. */
  audiences: ReadAudiences
  close: () => Promise<void>
}

const reconnectMs = 1000
const pollMs = 1000

/**
 * The live feed of this process: one LISTEN connection for all stations, one reader a station however many watch.
 * When the connection is lost the readers poll once a second until it is back, so events are late but never missing.
 */
export function startLive(options: {
  pool: Pool
  listenUrl: string
  log: Log
  audiences: ReadAudiences
}): Live {
  const { pool, listenUrl, log, audiences } = options
  const tails = new Map<string, Tail>()
  let client: pg.Client | undefined
  let closed = false

  async function listen(): Promise<void> {
    if (closed) return
    const next = new pg.Client({
      connectionString: listenUrl,
      application_name: 'lianxinqiao-live',
      keepAlive: true,
    })
    next.on('error', () => next.emit('end'))
    next.once('end', () => {
      client = undefined
      if (!closed) setTimeout(listen, reconnectMs).unref()
    })
    next.on('notification', ({ channel, payload }) => {
      if (channel === 'station_events' && payload) wakeUps.emit('station', payload)
      else if (channel === 'station_signals' && payload) pass(JSON.parse(payload) as Signal)
    })
    try {
      await next.connect()
      await next.query('listen station_events; listen station_signals')
      client = next
      for (const tail of tails.values()) tail.wake()
    } catch (error) {
      log.warn({ err: error as Error }, 'live feed has no database connection, polling until it is back')
      next.end().catch(() => {})
    }
  }

  function pass(signal: Signal): void {
    tails.get(signal.stationId)?.signal(signal)
  }

  const onWake = (stationId: string) => tails.get(stationId)?.wake()
  wakeUps.on('station', onWake)
  const poll = setInterval(() => {
    for (const tail of tails.values()) tail.wake()
  }, pollMs)
  poll.unref()
  void listen()

  return {
    audiences,
    subscribe(stationId, listener) {
      const tail = tails.get(stationId) ?? createTail({ pool, stationId, log, audiences })
      tails.set(stationId, tail)
      const part = tail.join(listener)
      const leave = () => {
        part()
        if (tail.size() === 0 && tails.get(stationId) === tail) {
          tail.stop()
          tails.delete(stationId)
        }
      }
      return { leave, begun: tail.begun }
    },
    signal(signal) {
      pool
        .query("select pg_notify('station_signals', $1)", [JSON.stringify(signal)])
        .catch(() => pass(signal))
    },
    subscribers: () => [...tails.values()].reduce((sum, tail) => sum + tail.size(), 0),
    async close() {
      closed = true
      clearInterval(poll)
      wakeUps.off('station', onWake)
      for (const tail of tails.values()) tail.stop()
      await client?.end().catch(() => {})
    },
  }
}
