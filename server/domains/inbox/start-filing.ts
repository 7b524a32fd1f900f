import type { Context } from '../../platform/context.ts'
import { fileArrivals } from './file-arrivals.ts'
import { longestRushMs } from './intake.ts'

const lookMs = 1000
/** Younger ones are in the hands of the process that took them, which may let a rush go first. */
const abandonedMs = longestRushMs + 2000

/**
 * Looks for messages that a process took and did not live to file: at the start for all, as a process that was killed
 * comes back this way, then every second for those that another one has left lying.
 */
export function startFiling(context: Pick<Context, 'pool' | 'jobs' | 'log'>): { stop: () => Promise<void> } {
  let looking: Promise<void> | undefined
  let olderThanMs = 0

  async function look(): Promise<void> {
    const complain = (err: Error) =>
      context.log.warn({ err }, 'messages on disk could not be filed, trying again in a second')
    const { rows } = await context.pool.query('select id from stations').catch((err) => {
      complain(err)
      return { rows: [] }
    })
    // One station's trouble is not another's.
    for (const { id } of rows) await fileAll(id).catch(complain)
    if (rows.length > 0) olderThanMs = abandonedMs
  }

  async function fileAll(stationId: string): Promise<void> {
    while ((await fileArrivals(context, stationId, { olderThanMs })) > 0);
  }

  function lookOnce(): void {
    looking ??= look().finally(() => {
      looking = undefined
    })
  }

  lookOnce()
  const timer = setInterval(lookOnce, lookMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await looking
    },
  }
}
