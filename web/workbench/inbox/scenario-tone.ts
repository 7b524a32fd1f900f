import type { Scenario } from '../../../contract/vocabulary.ts'
import type { Tone } from '../ui/dot-tag.tsx'

export const scenarioTone: Record<Scenario, Tone> = {
  anti_fraud: 'amber',
  mediation: 'violet',
  business: 'blue',
  safety: 'green',
  public_information: 'blue',
  other_office: 'grey',
}
