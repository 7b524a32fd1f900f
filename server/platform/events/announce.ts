import { EventEmitter } from 'node:events'
import type { Pool } from '../database/pool.ts'

/** Wakes this process's readers of a station's feed; the argument is the station's id. */
export const wakeUps = new EventEmitter().setMaxListeners(0)

const dirty = new Map<Pool, Set<string>>()

/**
 * Tells every process that a station has new events: this one at once, the others by one NOTIFY for all stations
 * that changed in the same few milliseconds. It runs after the commit and outside it, because commits that notify
 * queue behind one lock of the whole server. A NOTIFY lost with its process costs a second: readers also poll.
 */
export function announce(pool: Pool, stationId: string): void {
  wakeUps.emit('station', stationId)
  const waiting = dirty.get(pool)
  if (waiting) {
    waiting.add(stationId)
    return
  }
  const stations = new Set([stationId])
  dirty.set(pool, stations)
  setTimeout(() => {
    dirty.delete(pool)
    pool.query("select pg_notify('station_events', unnest($1::text[]))", [[...stations]]).catch(() => {}) // the poll covers it
  }, 5).unref()
}
