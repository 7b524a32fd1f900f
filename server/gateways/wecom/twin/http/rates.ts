import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

const minute = 60_000
const hour = 60 * minute

/** E6: counts a call against all its windows; the block lasts as long as the window that overflowed. */
export function countCall(world: World, path: string, address: string): void {
  const { rates } = world.settings
  countIn(world, `corporation minute ${path}`, minute, rates.corporationMinute)
  countIn(world, `corporation hour ${path}`, hour, rates.corporationHour)
  countIn(world, `${address} minute ${path}`, minute, rates.addressMinute)
  countIn(world, `${address} hour ${path}`, hour, rates.addressHour)
}

export function countIn(world: World, key: string, windowMs: number, most: number): void {
  const now = world.clock.now()
  let window = world.rates.windows.get(key)
  if (!window) {
    window = { from: now, count: 0, blockedUntil: 0, most: 0 }
    world.rates.windows.set(key, window)
  }
  if (now < window.blockedUntil) throw new Refusal(45009)
  if (now - window.from >= windowMs) {
    window.from = now
    window.count = 0
  }
  window.most = Math.max(window.most, ++window.count)
  if (window.count > most) {
    window.blockedUntil = now + windowMs
    throw new Refusal(45009)
  }
}

export function rateControl(world: World) {
  return {
    /** The most calls of a path that the corporation made in any minute. */
    mostInMinute: (path: string) => world.rates.windows.get(`corporation minute ${path}`)?.most ?? 0,
    /** Windows that were ever exceeded. */
    exceeded: () =>
      [...world.rates.windows].filter(([, { blockedUntil }]) => blockedUntil > 0).map(([key]) => key),
  }
}

/** 45033: too many list calls of a corporation at the same moment. Gives back what to call at the end. */
export function enterList(world: World, path: string): () => void {
  const running = world.rates.running.get(path) ?? 0
  if (running >= world.settings.rates.parallelLists) throw new Refusal(45033)
  world.rates.running.set(path, running + 1)
  return () => world.rates.running.set(path, (world.rates.running.get(path) ?? 1) - 1)
}
