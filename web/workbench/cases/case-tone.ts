import type { CaseStatus } from '../../../contract/vocabulary.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const caseTone: Record<CaseStatus, Tone> = {
  open: 'amber',
  in_progress: 'blue',
  waiting_resident: 'violet',
  done: 'green',
  closed: 'grey',
}
