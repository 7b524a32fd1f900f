import { randomInt } from 'node:crypto'
import { checkChannel } from '../../../server/domains/wechat/check-channel.ts'
import { demoCallback } from '../../../server/gateways/wecom/twin/corporation/demo-corporation.ts'
import { startTwin } from '../../../server/gateways/wecom/twin/start-twin.ts'
import type { Context } from '../../../server/platform/context.ts'
import { connectTown } from './connect-town.ts'

export type TownTwin = {
  url: string
  /** Once the server answers: its address becomes the one of callbacks. Gives back what is not in order, in words. */
  callBack: (origin: string) => Promise<string[]>
  stop: () => Promise<void>
}

/**
 * A twin of WeCom beside the server, with the demo station's own corporation in it and the station connected to it; null
 * when the station is connected to a real one. Without faults and odd answers: it is there to be shown.
 */
export async function startTownTwin(
  context: Pick<Context, 'pool' | 'config'>,
  station: { id: string; code: string },
  place: { host: string; port: number },
): Promise<TownTwin | null> {
  const twin = await startTwin({
    http: place,
    // Another one at each start: what an earlier life gave out as a message's id never comes again.
    answers: { seed: randomInt(2 ** 32), variants: 0, varyWording: false },
    callbacks: { delayMs: [50, 400], xmlVariants: 0, verifyDeadlineMs: 10_000 },
    kf: { shortPages: 0, emptyPages: 0 },
  })
  try {
    if (await connectTown(context, station.id, twin))
      return {
        url: `${twin.url}/`,
        async callBack(origin) {
          const [app] = twin.control.corporation.apps()
          const url = `${origin}/api/wecom/${station.code}/callback`
          await twin.control.callbacks.save(app!.name, { url, ...demoCallback })
          const { host } = new URL(origin)
          twin.control.corporation.setDomain(app!.name, host)
          const checks = await checkChannel(context, station.id, host)
          return checks.filter(({ ok, unsure }) => !ok && !unsure).map(({ words }) => words)
        },
        stop: twin.stop,
      }
  } catch (error) {
    await twin.stop()
    throw error
  }
  await twin.stop()
  return null
}
