import type { World } from './world.ts'

const mostWarnings = 1000

/** What the real server would pass over in silence, and a person should know. */
export function warn(world: World, path: string, text: string): void {
  world.warnings.push({ at: world.clock.now(), path, text })
  if (world.warnings.length > mostWarnings) world.warnings.shift()
}
