import type { BroadcastStep, BroadcastUrgency } from '../../../contract/vocabulary.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const stateTone: Record<BroadcastStep, Tone> = {
  drafted: 'grey',
  submitted: 'violet',
  refused: 'amber',
  approved: 'blue',
  started: 'blue',
  finished: 'green',
  cancelled: 'grey',
  corrected: 'amber',
  withdrawn: 'red',
}
export const urgencyTone: Record<BroadcastUrgency, Tone> = {
  emergency: 'red',
  important: 'amber',
  ordinary: 'grey',
}
