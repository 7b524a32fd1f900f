import type { AnswerState, RumourStage } from '../../../contract/vocabulary.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const stageTone: Record<RumourStage, Tone> = {
  received: 'amber',
  checking: 'amber',
  notice: 'green',
  other_office: 'violet',
  corrected: 'red',
  ended: 'grey',
}

export const answerTone: Record<AnswerState, Tone> = {
  waiting: 'amber',
  answered: 'green',
  behind: 'blue',
  to_correct: 'red',
}
