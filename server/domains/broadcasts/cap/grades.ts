import type { CapInfo } from '../../../../contract/cap.ts'
import type { CapGrades } from '../../../../contract/cap-grades.ts'
import type { BroadcastUrgency } from '../../../../contract/vocabulary.ts'

const [emergency, important, ordinary] = ['emergency', 'important', 'ordinary'] as const

/** The delivered table: what threatens lives within the hour is an emergency, what can wait a day is not. */
export const deliveredGrades: CapGrades = {
  table: {
    Extreme: {
      Immediate: emergency,
      Expected: emergency,
      Future: important,
      Past: ordinary,
      Unknown: emergency,
    },
    Severe: {
      Immediate: emergency,
      Expected: important,
      Future: important,
      Past: ordinary,
      Unknown: important,
    },
    Moderate: {
      Immediate: important,
      Expected: important,
      Future: ordinary,
      Past: ordinary,
      Unknown: ordinary,
    },
    Minor: { Immediate: ordinary, Expected: ordinary, Future: ordinary, Past: ordinary, Unknown: ordinary },
    Unknown: {
      Immediate: important,
      Expected: ordinary,
      Future: ordinary,
      Past: ordinary,
      Unknown: ordinary,
    },
  },
  lower: { Observed: false, Likely: false, Possible: true, Unlikely: true, Unknown: false },
}

const oneDown: Record<BroadcastUrgency, BroadcastUrgency> = {
  emergency: important,
  important: ordinary,
  ordinary,
}

/** What is suggested; a person decides. */
export function gradeOf(
  { severity, urgency, certainty }: Pick<CapInfo, 'severity' | 'urgency' | 'certainty'>,
  { table, lower }: CapGrades,
): BroadcastUrgency {
  const grade = table[severity][urgency]
  return lower[certainty] ? oneDown[grade] : grade
}
