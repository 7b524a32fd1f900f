import type { FigureKey } from '../../../contract/statistics.ts'

/** The code of every definition that was ever in force, by version, so that none changes unnoticed. Lines are only added. */
export const definitionHashes: Record<FigureKey, Record<number, string>> = {
  diversion_rate: { 1: 'e5d65ea33c716fae' },
  mis_diversion: { 1: 'af94323dac78bbc0', 2: '76d7befd9ea08e6a' },
  first_human_answer: { 1: 'eef05904d4f53804' },
  outcome_told: { 1: '1f9cf6a618482be6' },
  same_day_completion: { 1: '54208b3a36e173a5' },
  household_coverage: {
    1: 'ef44f28c9d950dca',
    2: '7c7c3a93bf9302fe',
    3: '90ee64172416c78c',
    4: '5e423772a46e0a40',
  },
  resident_contacts: { 1: 'a3783b60cb514da0', 2: '54542481c29b42d5' },
  groups_joined: { 1: '72c1f73ef3317383', 2: 'cbc38e7853b5f24c' },
  matters_by_scenario: { 1: '5c836b622910c51e' },
  matters_by_village: { 1: 'c1bbee2d6aa64892' },
  matters_by_channel: { 1: 'ee7aa3d0a933bcb6' },
  counter_settled: { 1: '82e30fd52df6cd0d' },
  ask_to_outcome: { 1: 'a6ba5909fd1bd9f3', 2: 'd3f120a8cca5a733' },
  satisfaction: { 1: 'c1839a3b17a6577d' },
  script_scenarios: { 1: 'e3f259e89093f70c' },
}
