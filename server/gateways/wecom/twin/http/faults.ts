import type { World } from '../world.ts'
import type { Fault } from './state.ts'

/** Takes the next fault put in for this path (null in the list: any path), or draws one by the settings. */
export function nextFault(world: World, path: string): Fault | null {
  const place = world.faults.findIndex((entry) => entry.path === null || entry.path === path)
  if (place >= 0) return world.faults.splice(place, 1)[0]!.fault
  const { faults } = world.settings
  const draw = world.random('faults')
  if (draw.chance(faults.busy)) return { kind: 'errcode', errcode: -1 }
  if (draw.chance(faults.status5xx)) return { kind: 'status', status: 502 }
  if (draw.chance(faults.reset)) return { kind: 'reset' }
  if (draw.chance(faults.loseAnswer)) return { kind: 'lose_answer' }
  if (draw.chance(faults.hang)) return { kind: 'hang', ms: faults.hangMs }
  const [low, high] = faults.latencyMs
  return high > 0 ? { kind: 'latency', ms: draw.between(low, high) } : null
}

export function faultControl(world: World) {
  return {
    /** Puts `times` faults before the coming calls of a path such as 'kf/send_msg' (null: of any path). */
    next(path: string | null, fault: Fault, times = 1): void {
      for (let count = 0; count < times; count++) world.faults.push({ path, fault })
    },
    /** How many of them no call has met yet. */
    waiting: () => world.faults.length,
    clear(): void {
      world.faults.length = 0
    },
  }
}
