import { type CallbackPlace, type Source, sources } from '../corporation/app.ts'
import { appNamed } from '../corporation/corporation.ts'
import type { World } from '../world.ts'
import { postSealed } from './hand-over.ts'
import { keepCallback, saveCallback } from './save-callback.ts'
import { pickSeal, type SealOptions, sealFor } from './seal.ts'
import type { Script } from './state.ts'

export function callbackControl(world: World) {
  const state = world.callbacks
  return {
    /** The admin page's save with its check; a second one within `overlapMs` leaves both valid. At all three places, or at one. */
    save: (appName: string, place: CallbackPlace, overlapMs = 0, at: readonly Source[] = sources) =>
      saveCallback(world, appNamed(world, appName), place, overlapMs, at),
    /** The same without the check. */
    keep: (appName: string, place: CallbackPlace, overlapMs = 0, at: readonly Source[] = sources) =>
      keepCallback(world, appNamed(world, appName), place, overlapMs, at),
    forget(appName: string, at: readonly Source[] = sources): void {
      for (const source of at) appNamed(world, appName).seals[source] = []
    },
    /** What becomes of the next callbacks, one entry each, whatever the shares say. */
    script(...scripts: Script[]): void {
      state.scripts.push(...scripts)
    },
    /** Any text, well or badly sealed, at once and once; what the receiver answered. */
    async deliver(appName: string, message: string, options: SealOptions = {}) {
      const app = appNamed(world, appName)
      const seal = pickSeal(world, app, 'customer_service')
      if (!seal) throw new Error(`应用 ${appName} 没有设置回调。`)
      return postSealed(world, sealFor(world, app, seal, message, options))
    },
    attempts: () => state.attempts,
    counts: () => ({ dropped: state.dropped, givenUp: state.givenUp, outstanding: state.outstanding }),
    /** Resolves when nothing is on its way any more. */
    idle: () =>
      state.outstanding <= 0 ? Promise.resolve() : new Promise<void>((tell) => state.idle.push(tell)),
  }
}
