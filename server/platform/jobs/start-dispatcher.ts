import type { PgBoss } from 'pg-boss'
import type { Pool } from '../database/pool.ts'
import { wakeUps } from '../events/announce.ts'
import type { Log } from '../log.ts'
import { dispatchEvents } from './dispatch-events.ts'
import type { JobPlan } from './job-plan.ts'

const pollMs = 1000
const heldBackMs = 15
/** Under load a pass waits this long after one that found something, and then takes all that came meanwhile. */
const restMs = 50

/** Works the feed of every station whenever one has news, and once a second in case a wake-up was lost. */
export function startDispatcher(options: { pool: Pool; boss: PgBoss; plan: JobPlan; log: Log }): {
  stop: () => Promise<void>
} {
  const { pool, boss, plan, log } = options
  const running = new Map<string, Promise<void>>()
  const again = new Set<string>()
  let stopped = false

  function wake(stationId: string): void {
    if (stopped) return
    again.add(stationId)
    if (running.has(stationId)) return
    running.set(
      stationId,
      work(stationId).finally(() => running.delete(stationId)),
    )
  }

  async function work(stationId: string): Promise<void> {
    while (again.delete(stationId) && !stopped) {
      try {
        const { events, more, heldBack } = await dispatchEvents(pool, boss, plan, stationId)
        if (more) again.add(stationId)
        else if (heldBack) setTimeout(() => wake(stationId), heldBackMs).unref()
        if (events > 0 && !more) await new Promise((resolve) => setTimeout(resolve, restMs))
      } catch (error) {
        log.warn({ err: error as Error }, 'events could not be dispatched, trying again within a second')
      }
    }
  }

  let polling = false
  async function poll(): Promise<void> {
    if (polling) return
    polling = true
    try {
      const { rows } = await pool.query('select id from stations')
      for (const { id } of rows) {
        wake(id)
        // One after the other, so that a poll of many stations does not take the pool from the requests.
        await running.get(id)
      }
    } catch (error) {
      log.warn({ err: error as Error }, 'stations could not be read, trying again in a second')
    } finally {
      polling = false
    }
  }
  const timer = setInterval(() => void poll(), pollMs)
  timer.unref()
  wakeUps.on('station', wake)
  void poll()

  return {
    async stop() {
      stopped = true
      clearInterval(timer)
      wakeUps.off('station', wake)
      await Promise.all(running.values())
    },
  }
}
