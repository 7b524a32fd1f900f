import type { ImportState, RowResult } from '../../api/register-imports.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const stateTones: Record<ImportState, Tone> = {
  read: 'amber',
  checking: 'blue',
  checked: 'amber',
  importing: 'blue',
  stopped: 'amber',
  done: 'green',
  undoing: 'blue',
  undone: 'grey',
}

export const resultTones: Record<RowResult, Tone> = {
  new: 'green',
  changed: 'blue',
  conflict: 'amber',
  same: 'grey',
  doubtful: 'amber',
  mistake: 'red',
  skipped: 'red',
}
