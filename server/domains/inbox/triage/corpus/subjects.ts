import type { Office, Scenario } from '../../../../../contract/vocabulary.ts'

type Subject = Exclude<Scenario, 'other_office'> | Office

/** Messages as whole people write them, of every subject, urgent and calm, with the same everyday words in both. */
export type Voices = { urgent: Partial<Record<Subject, string[]>>; calm: Partial<Record<Subject, string[]>> }
