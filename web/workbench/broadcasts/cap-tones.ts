import type { CapStanding } from '../../../contract/cap-words.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const standingTone: Record<CapStanding, Tone> = {
  in_force: 'green',
  not_real: 'violet',
  not_for_residents: 'grey',
  replaced: 'grey',
  cancelled: 'amber',
  expired: 'grey',
}
