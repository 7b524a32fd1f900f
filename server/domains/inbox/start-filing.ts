import type { Context } from '../../platform/context.ts'
import { fileArrivals } from './file-arrivals.ts'

const lookMs = 1000
/** Younger ones are in the hands of the process that took them. */
const abandonedMs = 3000

/** Looks every second for messages that a process took and did not live to file. */
export function startFiling(context: Pick<Context, 'pool' | 'jobs' | 'log'>): { stop: () => Promise<void> } {
  let looking: Promise<void> | undefined

  async function look(): Promise<void> {
    const complain = (err: Error) =>
      context.log.warn({ err }, 'messages on disk could not be filed, trying again in a second')
    const { rows } = await context.pool.query('select id from stations').catch((err) => {
      complain(err)
      return { rows: [] }
    })
    // One station's trouble is not another's.
    for (const { id } of rows) await fileAll(id).catch(complain)
  }

  async function fileAll(stationId: string): Promise<void> {
    while ((await fileArrivals(context, stationId, { olderThanMs: abandonedMs })) > 0);
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
