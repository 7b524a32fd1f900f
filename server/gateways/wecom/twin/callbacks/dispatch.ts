import type { App, Source } from '../corporation/app.ts'
import type { World } from '../world.ts'
import { handOver } from './hand-over.ts'
import type { Script } from './state.ts'

/** After this long a callback that was held back goes even when none came to overtake it. */
const holdMs = 1000

/** E10: decides what becomes of one callback: the script first, else the shares of the settings. */
export function dispatch(world: World, app: App, source: Source, name: string, xml: string): void {
  const { callbacks: state, settings } = world
  const script = state.scripts.shift() ?? drawFate(world)
  if (script === 'drop') {
    state.dropped++
    return
  }
  const [low, high] = settings.callbacks.delayMs
  const delay = typeof script === 'object' ? script.delayMs : world.random('delays').between(low, high)
  for (let copy = 0; copy < (script === 'twice' ? 2 : 1); copy++) {
    state.outstanding++
    const send = () => void handOver(world, app, source, name, xml)
    if (script === 'swap') hold(world, send)
    else world.clock.after(delay, send)
  }
  if (script !== 'swap') releaseHeld(world, delay)
}

function drawFate(world: World): Script {
  const { drop, duplicate, reorder } = world.settings.callbacks
  const draw = world.random('callbacks')
  if (draw.chance(drop)) return 'drop'
  if (draw.chance(duplicate)) return 'twice'
  if (draw.chance(reorder)) return 'swap'
  return 'deliver'
}

function hold(world: World, send: () => void): void {
  let gone = false
  const once = () => {
    if (gone) return
    gone = true
    send()
  }
  world.callbacks.held.push(once)
  world.clock.after(holdMs, once)
}

function releaseHeld(world: World, delay: number): void {
  for (const send of world.callbacks.held.splice(0)) world.clock.after(delay + 1, send)
}
