import type { Danger } from './danger.ts'
import { dangersByHand } from './dangers-by-hand.ts'
import { dangersToLife } from './dangers-to-life.ts'

/** Every danger that is listened for; the order does not matter. */
export const dangers: Danger[] = [...dangersToLife, ...dangersByHand]
