import { day, hour } from '../demo-time.ts'
import type { Random } from '../random.ts'
import { inWorkingHours } from './clock.ts'
import type { Matter, Return } from './matter.ts'

const returnShare = 0.05

/** Whether, when and how somebody comes back within the seven days; null mostly, and while that still lies ahead. */
export function planReturn(matter: Matter, now: number, random: Random): Return | null {
  const comes = random.chance(returnShare)
  const at = inWorkingHours(matter.closedAt + random.int(5, 150) * hour, random)
  const closedAgainAt = inWorkingHours(at + random.int(2, 40) * hour, random)
  const kind = random.weighted([
    { kind: 'writes', weight: 45 },
    { kind: 'objects', weight: 15 },
    { kind: 'asks_anew', weight: 40 },
  ] as const).kind
  if (!comes || matter.emergency || matter.counterOnly || at > matter.closedAt + 6.9 * day) return null
  if (kind === 'asks_anew') return at < now - 12 * hour ? { kind, at } : null
  // An objection needs an outcome that was told.
  if (closedAgainAt > now) return null
  return { kind: kind === 'objects' && matter.told ? 'objects' : 'writes', at, closedAgainAt }
}
