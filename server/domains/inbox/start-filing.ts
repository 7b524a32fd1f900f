import type { Context } from '../../platform/context.ts'
import { fileArrivals } from './file-arrivals.ts'

const lookMs = 1000
/** Younger ones are in the hands of the process that took them. */
const abandonedMs = 3000

/** Looks every second for messages that a process took and did not live to file. */
export function startFiling(context: Pick<Context, 'pool' | 'jobs' | 'log'>): { stop: () => Promise<void> } {
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      const { rows } = await context.pool.query('select id from stations')
      for (const { id } of rows) while ((await fileArrivals(context, id, { olderThanMs: abandonedMs })) > 0);
    } catch (err) {
      context.log.warn({ err: err as Error }, 'messages on disk could not be filed, trying again in a second')
    }
  }

  const timer = setInterval(() => {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }, lookMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
